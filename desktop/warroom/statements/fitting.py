"""Which templates fit a type of crisis (playbooks, section 5)."""

from desktop.warroom.choices import CrisisType
from desktop.warroom.statements.words import Form

ONLY_FOR: dict[Form, tuple[CrisisType, ...]] = {
    Form.CLARIFICATION: (CrisisType.NEGATIVE_OPINION, CrisisType.PRODUCT_QUALITY),
    Form.RECALL: (CrisisType.PRODUCT_QUALITY,),
    Form.BREACH: (CrisisType.DATA_LEAK,),
    Form.STATUS: (CrisisType.PLATFORM_SECURITY,),
}


def fits(form: Form, crisis: CrisisType | str) -> bool:
    """Whether a template is made for a crisis of this type."""
    return crisis in ONLY_FOR.get(form, (crisis,))


def fitting_first(crisis: CrisisType | str) -> list[Form]:
    """All templates in their order, those that are for other types last."""
    fit = [form for form in Form if fits(form, crisis)]
    return [*fit, *(form for form in Form if form not in fit)]
