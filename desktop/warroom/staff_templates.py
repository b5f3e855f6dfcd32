"""The eighteen templates of messages to staff: their parts, to whom they go, who approves them."""

from desktop.warroom.choices import CrisisType, Role
from desktop.warroom.staff_forms import StaffForm
from desktop.warroom.statements.templates import Template, TemplateField
from resources import N_

COMMS = Role.COMMS_LEAD
ONLY: dict[StaffForm, CrisisType] = {  # the others are for every type
    StaffForm.STOP_SHIP: CrisisType.PRODUCT_QUALITY,
    StaffForm.RECALL_DESK: CrisisType.PRODUCT_QUALITY,
    StaffForm.NEED_TO_KNOW: CrisisType.DATA_LEAK,
    StaffForm.CREDENTIALS: CrisisType.DATA_LEAK,
    StaffForm.FREEZE: CrisisType.NEGATIVE_OPINION,
    StaffForm.CONDUCT: CrisisType.NEGATIVE_OPINION,
    StaffForm.ENGINEERS: CrisisType.PLATFORM_SECURITY,
    StaffForm.WORKAROUND: CrisisType.PLATFORM_SECURITY,
}
TO: dict[StaffForm, str] = {  # whom a template is meant for, as message keys
    StaffForm.MANAGERS: N_("Managers"),
    StaffForm.FRONTLINE: N_("Frontline staff"),
    StaffForm.HANDOVER: N_("Each shift"),
    StaffForm.STOP_SHIP: N_("Warehouse and purchasing"),
    StaffForm.RECALL_DESK: N_("Customer service"),
    StaffForm.NEED_TO_KNOW: N_("IT and data teams"),
    StaffForm.FREEZE: N_("Executives, hosts and stores"),
    StaffForm.ENGINEERS: N_("Engineers"),
    StaffForm.WORKAROUND: N_("Merchant and delivery support"),
}
ALL_STAFF = N_("All staff")


def staff_template(form: StaffForm | str) -> Template | None:
    """The template of a form; None for one that this version does not know."""
    return _TEMPLATES.get(str(form))


def forms_for(kind: CrisisType | str) -> list[StaffForm]:
    """The templates for a type of crisis, those for every type first."""
    return [form for form in StaffForm if ONLY.get(form, kind) == kind]


def audience(form: StaffForm | str) -> str:
    """The message key of whom a template is meant for."""
    return next((to for each, to in TO.items() if each == form), ALL_STAFF)


def _field(key: str, label: str, hint: str = "") -> TemplateField:
    return TemplateField(key, label, False, hint)


def _needed(key: str, label: str, hint: str = "") -> TemplateField:
    return TemplateField(key, label, True, hint)


def _of(form: StaffForm, *fields: TemplateField, also: Role | None = None) -> Template:
    return Template(form, fields, (COMMS, also) if also else (COMMS,))


_STEPS = _needed("steps", N_("Steps"), N_("One to a line, in order"))
_LIMITS = _needed("limits", N_("Limits"), N_("What may not be promised or done"))
_THANKS = _needed("thanks", N_("Thanks"))

_ALL = (
    _of(
        StaffForm.FIRST_ALERT,
        _needed("what_we_know", N_("What we know"), N_("Confirmed facts only")),
        _needed("what_we_do", N_("What we do")),
        _needed("your_task", N_("Your task")),
        _needed("only_spokesperson", N_("Only who speaks for us")),
        _needed("where_to_send_inquiries", N_("Where to send inquiries")),
    ),
    _of(
        StaffForm.MANAGERS,
        _needed("key_messages", N_("Key messages"), N_("At most three")),
        _needed("questions_and_answers", N_("Questions and answers")),
        _needed("do_and_do_not_say", N_("Say, and do not say")),
        _needed("whom_to_brief_by_when", N_("Whom to brief, by when")),
        _needed("how_to_report_questions", N_("How to report questions")),
    ),
    _of(
        StaffForm.FRONTLINE,
        _needed("greeting", N_("Greeting")),
        _needed("confirmed_facts", N_("Confirmed facts")),
        _needed("remedy_steps", N_("Steps to the remedy")),
        _needed("escalation_path", N_("Whom to pass it on to")),
        _field("phrases_to_avoid", N_("Words to avoid")),
    ),
    _of(
        StaffForm.ANSWERS,
        _needed("new_questions", N_("New questions")),
        _needed("answers", N_("Answers")),
        _field("changed_answers_with_reason", N_("Answers that changed, and why")),
        _needed("as_of_time", N_("As of"), N_("Day, time and zone")),
    ),
    _of(
        StaffForm.RUMOUR,
        _needed("rumour", N_("Rumour"), N_("Quoted neutrally, once")),
        _needed("verdict", N_("Verdict")),
        _needed("fact", N_("Fact")),
        _field("source", N_("Source")),
        _needed("what_to_say", N_("What to say")),
    ),
    _of(
        StaffForm.CONFIDENCE,
        _needed("acknowledge_feelings", N_("How it feels")),
        _needed("what_we_have_done", N_("What we have done")),
        _needed("what_is_next", N_("What is next")),
        _THANKS,
        _field("how_to_talk_to_me", N_("How to talk to me")),
        also=Role.EXECUTIVE,
    ),
    _of(
        StaffForm.HANDOVER,
        _needed("situation", N_("Situation")),
        _needed("open_tasks", N_("Open tasks")),
        _field("customer_questions", N_("Questions of customers")),
        _needed("next_times", N_("Next times")),
    ),
    _of(
        StaffForm.FAMILY,
        _needed("three_sentences", N_("Three sentences")),
        _needed("do_not_share", N_("Do not share")),
        _needed("where_to_point_people", N_("Where to point people")),
    ),
    _of(
        StaffForm.PULSE,
        _needed("one_question", N_("The one question")),
        _needed("anonymous_note", N_("That it is anonymous")),
        _needed("link_or_paper", N_("Link or paper")),
        _field("help_contact", N_("Where to find help")),
        also=Role.HR,
    ),
    _of(
        StaffForm.CLOSING,
        _needed("result", N_("Result")),
        _THANKS,
        _needed("what_changes", N_("What changes")),
        _field("training_date", N_("Day of the training")),
        also=Role.EXECUTIVE,
    ),
    _of(
        StaffForm.STOP_SHIP,
        _needed("sku_batch", N_("Article and batch")),
        _needed("locations", N_("Locations")),
        _needed("how_to_mark", N_("How to mark it")),
        _needed("who_releases", N_("Who may release it")),
        also=Role.QUALITY,
    ),
    _of(
        StaffForm.RECALL_DESK,
        _needed("eligibility", N_("Who is entitled")),
        _STEPS,
        _LIMITS,
        _needed("safety_questions", N_("Questions about safety")),
        also=Role.LEGAL,
    ),
    _of(
        StaffForm.NEED_TO_KNOW,
        _needed("do_not_delete", N_("Do not delete")),
        _needed("no_look_ups", N_("Do not look up")),
        _needed("who_collects", N_("Who collects it")),
        _field("legal_hold", N_("Legal hold")),
        also=Role.LEGAL,
    ),
    _of(
        StaffForm.CREDENTIALS,
        _needed("which_systems", N_("Which systems")),
        _needed("by_when", N_("By when")),
        _needed("how", N_("How")),
        _needed("help", N_("Help")),
        also=Role.SECURITY,
    ),
    _of(
        StaffForm.FREEZE,
        _needed("until_when", N_("Until when")),
        _needed("approval_path", N_("Who approves what is posted")),
        _field("already_published_items", N_("What is published already")),
    ),
    _of(
        StaffForm.CONDUCT,
        _needed("no_arguing", N_("Do not argue")),
        _needed("report_threats_to", N_("Report threats to")),
        _needed("support_line", N_("Support")),
        also=Role.HR,
    ),
    _of(
        StaffForm.ENGINEERS,
        _needed("roster", N_("Roster")),
        _needed("maximum_hours", N_("Longest time on duty")),
        _needed("two_person_rule_for_dangerous_commands", N_("What takes two people")),
        _field("relief", N_("Relief")),
        also=Role.TECH,
    ),
    _of(
        StaffForm.WORKAROUND,
        _STEPS,
        _LIMITS,
        _needed("how_to_record_for_later_entry", N_("How to note it for later entry")),
        also=Role.MARKETPLACE,
    ),
)
_TEMPLATES = {str(each.form): each for each in _ALL}
