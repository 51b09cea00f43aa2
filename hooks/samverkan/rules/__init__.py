"""The rules of the field, each a small function from the model to findings.

The golden cases in tests/cases/ show what each of them accepts and says.
"""

from samverkan.rules.forum import way_up
from samverkan.rules.lag import repealed_law, time_limit_has_basis
from samverkan.rules.rutin import locked_step_names_law, one_responsible, review_overdue, routine_is_governed
from samverkan.rules.unused import unused
from samverkan.rules.ursprung import has_source, task_has_responsible

RULES = (
    one_responsible,
    locked_step_names_law,
    routine_is_governed,
    review_overdue,
    time_limit_has_basis,
    repealed_law,
    way_up,
    task_has_responsible,
    has_source,
)

__all__ = ["RULES", "unused"]
