"""The ten statement templates: which parts a text has, who approves it, how long it may be."""

from dataclasses import dataclass

from desktop.warroom.choices import Choice, Role
from desktop.warroom.statements.words import Form
from resources import N_

COMMS, LEGAL, EXECUTIVE = Role.COMMS_LEAD, Role.LEGAL, Role.EXECUTIVE


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A part of a text. ``label`` and ``hint`` are message keys for ``_()``."""

    key: str
    label: str
    needed: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """The skeleton of a statement (playbooks, section 5).

    ``most_words`` is the limit of an English text, ``most_characters`` that of a Chinese one; 0 is
    none. ``approvers`` are the roles without which it does not go out.
    """

    form: Choice
    fields: tuple[TemplateField, ...]
    approvers: tuple[Role, ...]
    most_words: int = 0
    most_characters: int = 0

    def label(self, key: str) -> str:
        """The message key of a part's label; the key of a part that the template does not have."""
        return next((each.label for each in self.fields if each.key == key), key)


def template(form: Choice | str) -> Template:
    """The template of a form; a form that this version does not know has no parts.

    It may also be a form of messages to staff.
    """
    from desktop.warroom.staff_templates import staff_template  # which stands on this module

    known = _TEMPLATES.get(str(form)) or staff_template(str(form))
    return known or Template(Form.HOLDING, (), (COMMS,))


def _field(key: str, label: str, hint: str = "") -> TemplateField:
    return TemplateField(key, label, False, hint)


def _needed(key: str, label: str, hint: str = "") -> TemplateField:
    return TemplateField(key, label, True, hint)


_HEADLINE = _needed("headline", N_("Headline"), N_("One plain line, without judgement"))
_CONTACT = _needed("contact_channel", N_("Contact"), N_("Where to ask, and when it is open"))

_ALL = (
    Template(
        Form.HOLDING,
        (
            _HEADLINE,
            _field("time_aware", N_("When we became aware"), N_("Day, time and zone")),
            _needed("what_we_know_confirmed", N_("What we know"), N_("Confirmed facts only")),
            _field(
                "what_we_do_not_know", N_("What we do not know yet"), N_("No guesses at causes")
            ),
            _field("who_may_be_affected", N_("Who may be affected")),
            _needed("care_sentence", N_("Care for those affected")),
            _needed("what_we_are_doing_now", N_("What we are doing now")),
            _field("what_customers_can_do_now", N_("What customers can do now")),
            _CONTACT,
            _field("spokesperson", N_("Spokesperson")),
        ),
        (COMMS, LEGAL),
        200,
        300,
    ),
    Template(
        Form.FULL,
        (
            _HEADLINE,
            _needed("facts_chronology", N_("What happened, in order"), N_("Confirmed facts only")),
            _needed("cause_confirmed_or_pending", N_("Cause, or that it is being looked for")),
            _needed("responsibility_sentence", N_("Responsibility")),
            _needed(
                "apology_to_whom_for_what",
                N_("Apology: to whom, for what"),
                N_("Name them and the harm"),
            ),
            _needed("harm_acknowledged", N_("Harm done")),
            _needed("remedy_or_compensation", N_("Remedy or compensation"), N_("With its date")),
            _field("how_to_claim", N_("How to claim")),
            _needed("corrective_actions_with_dates", N_("What we change, and by when")),
            _field("accountable_executive", N_("Accountable executive")),
            _CONTACT,
        ),
        (COMMS, LEGAL, EXECUTIVE),
        600,
        900,
    ),
    Template(
        Form.UPDATE,
        (
            _needed("as_of_time", N_("As of"), N_("Day, time and zone")),
            _needed("changed_since_last", N_("Changed since the last update")),
            _field(
                "numbers_with_previous_value_and_reason",
                N_("Numbers, with the earlier value and why it changed"),
            ),
            _field("done", N_("Done")),
            _field("in_progress", N_("In progress")),
            _field("what_customers_should_do", N_("What customers should do")),
            _field("still_unknown", N_("Still unknown")),
        ),
        (COMMS, LEGAL),
        300,
        450,
    ),
    Template(
        Form.CLARIFICATION,
        (
            _needed("verdict", N_("What is true"), N_("Lead with the fact, not the rumour")),
            _needed("claim_quoted_neutrally", N_("The claim, quoted neutrally")),
            _field("evidence_links", N_("Evidence")),
            _field("third_party_confirmation", N_("Confirmed by a third party")),
            _field("what_was_right_in_the_criticism", N_("What was right in the criticism")),
            _field("what_we_ask_readers_to_do", N_("What we ask readers to do")),
            _CONTACT,
        ),
        (COMMS, LEGAL),
        400,
        600,
    ),
    Template(
        Form.RECALL,
        (
            _needed("product_name", N_("Product name")),
            _needed("hazard", N_("Hazard"), N_("What can happen, in plain words")),
            _field("brand", N_("Brand")),
            _field("sku", N_("Article number")),
            _needed("batch_or_serial_range", N_("Batches or serial numbers")),
            _field("sale_period", N_("Sold from and to")),
            _field("sale_channels", N_("Where it was sold")),
            _field("photo", N_("Picture"), N_("Where it can be seen")),
            _field("units_sold", N_("Units sold")),
            _field("injuries_reported", N_("Injuries reported")),
            _needed("what_to_do_now", N_("What to do now")),
            _needed("remedy", N_("Remedy")),
            _needed("how_to_return", N_("How to return it")),
            _field("refund_deadline", N_("Refund until")),
            _field("regulator_reference", N_("Reference of the authority")),
            _CONTACT,
        ),
        (COMMS, LEGAL, EXECUTIVE),
        500,
        750,
    ),
    Template(
        Form.BREACH,
        (
            _needed("recipient", N_("Recipient")),
            _needed("what_happened", N_("What happened")),
            _needed("when", N_("When it happened")),
            _needed("data_kinds", N_("Kinds of data")),
            _needed("possible_harm", N_("Possible harm")),
            _needed("measures_taken", N_("Measures taken")),
            _needed("what_you_can_do", N_("What you can do")),
            _field("fraud_warning", N_("Warning of fraud")),
            _needed("contact_of_privacy_officer", N_("Contact of the privacy officer")),
            _field("regulator_informed", N_("Authority informed")),
            _field("reference_number", N_("Reference number")),
        ),
        (Role.PRIVACY, LEGAL, COMMS),
        600,
        900,
    ),
    Template(
        Form.STATUS,
        (
            _needed(
                "state",
                N_("State of the service"),
                N_("Investigating, identified, monitoring or resolved"),
            ),
            _needed("services", N_("Services")),
            _field("regions", N_("Regions")),
            _needed("started_at", N_("Since"), N_("Day, time and zone")),
            _needed("impact_in_customer_words", N_("What customers notice")),
            _field("workaround", N_("What works meanwhile")),
            _field(
                "orders_and_payments_safe",
                N_("Whether orders and payments are safe"),
                N_("Yes, no, or being checked"),
            ),
        ),
        (Role.TECH, COMMS),
        120,
        180,
    ),
    Template(
        Form.PRESS,
        (
            _field("date_place", N_("Date and place")),
            _needed("opening_care", N_("Care for those affected, first")),
            _needed("confirmed_facts", N_("Confirmed facts")),
            _needed("responsibility", N_("Responsibility")),
            _needed("measures_with_dates", N_("Measures, with dates")),
            _field("open_questions", N_("Open questions")),
            _field("q_and_a_rules", N_("Rules for questions")),
            _field("spokesperson_and_experts", N_("Spokesperson and experts")),
            _field("handout_list", N_("Papers handed out")),
        ),
        (COMMS, LEGAL, EXECUTIVE),
        500,
        800,
    ),
    Template(
        Form.AUTHORITY,
        (
            _needed("authority", N_("Authority")),
            _field("legal_basis", N_("Legal basis")),
            _needed("reporting_entity", N_("Who reports")),
            _needed("discovered_at", N_("Discovered at"), N_("Day, time and zone")),
            _field("occurred_at", N_("Occurred at"), N_("Mark what is to follow")),
            _needed("nature", N_("Nature of the incident")),
            _field("scale", N_("Scale")),
            _field("impact", N_("Impact")),
            _field("measures", N_("Measures")),
            _field("cause_if_known", N_("Cause, if known"), N_("Mark what is to follow")),
            _needed("contact", N_("Contact")),
            _field("follow_up_due", N_("Follow-up due")),
            _field("receipt_number", N_("Receipt number")),
        ),
        (LEGAL, EXECUTIVE),
    ),
    Template(
        Form.CLOSING,
        (
            _needed("summary", N_("Summary")),
            _needed("cause", N_("Cause")),
            _field("who_was_affected_final", N_("Who was affected, final count")),
            _field("remedies_delivered_count", N_("Remedies delivered")),
            _needed("what_changed", N_("What has changed")),
            _field("independent_check", N_("Independent check")),
            _field("thanks", N_("Thanks")),
            _needed("where_to_ask", N_("Where to ask")),
        ),
        (COMMS, LEGAL, EXECUTIVE),
        600,
        900,
    ),
)
_TEMPLATES = {str(each.form): each for each in _ALL}
