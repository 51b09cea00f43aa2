"""What the golden cases in tests/cases/rules cannot say: where the lines of a rule run."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefiles import TODAY, base_model
from hypothesis import given
from hypothesis import strategies as st
from samverkan import Model, examine
from samverkan.rules import RULES, unused
from samverkan.rules.lag import REPEALED, may_be_repealed


def codes(root: Path, file: str, old: str, new: str) -> list[str]:
    """The codes that follow when one text in the valid model is changed."""
    path = base_model(root) / "model" / "gemensam" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return [finding.code for finding in examine(root, TODAY)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "socialtjänstlagen (2001:453)",
        "SFS 2001:453",
        "sekretesslagen",
        "Sekretesslagen (1980:100)",
        "SekrL 7 kap.",
        "14 kap. 1 § SoL",
        "14 kap 1 § socialtjänstlagen",
        "SoL 14:1",
        "lagen 2001: 453",
        "enligt sekretesslagens regler",
        "14 kap. 1 § första stycket SoL",
        "SoL 14 kap. 1 §",
        "14 kap. 1 c § SoL",
        "5 kap. 1 d § SoL",
        "HSL 1982:763",
        "lagen om yrkesverksamhet (1998:531)",
        "skollagen (1985:1100)",
        "personuppgiftslagen",
    ],
)
def test_repealed_law_is_found_however_it_is_written(tmp_path: Path, text: str) -> None:
    found = codes(tmp_path, "rutiner/anmal.yml", "Lämna besked.\n    huvud", f"'Se {text}.'\n    huvud")
    assert found == ["upphävd-lag"]


@pytest.mark.parametrize(
    "text",
    [
        "socialtjänstlagen (2025:400)",
        "offentlighets- och sekretesslagen",
        "Offentlighets- och sekretesslagen (2009:400)",
        "sekretess",
        "19 kap. 1 § SoL",
        "14 kap. 1 § brottsbalken",
        "SoL 14:10",
        "14 kap. 2 § SoL",
        "SoL 14:3–7",
        "5 kap. 1 § SoL",
        "10 kap. 18 a § OSL",
        "SoL 16:2 a",
        "hälso- och sjukvårdslagen (2017:30)",
        "offentlighets- och sekretesslagens regler",
        "lagen (1998:1603)",
    ],
)
def test_law_that_applies_may_be_cited(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, "rutiner/anmal.yml", "Lämna besked.\n    huvud", f"'Se {text}.'\n    huvud") == []


@given(text=st.one_of([st.from_regex(pattern) for pattern, _, _ in REPEALED]))
def test_the_quick_look_passes_no_text_that_cites_repealed_law(text: str) -> None:
    assert may_be_repealed(text)


def test_every_repealed_law_says_what_applies_instead() -> None:
    # What is recommended must not itself be found repealed.
    assert not [new for _, _, new in REPEALED for pattern, _, _ in REPEALED if pattern.search(new)]


def test_a_term_counts_as_used_when_a_text_has_one_of_its_forms(tmp_path: Path) -> None:
    assert codes(tmp_path, "ordlista/orosanmalan.yml", "former: [anmälan]\nlagrum: [lag-1-2]", "stöd: modellen") == [
        "oanvänd"
    ]


def test_a_law_cited_only_by_a_locked_step_is_used(tmp_path: Path) -> None:
    assert codes(tmp_path, "ordlista/orosanmalan.yml", "lagrum: [lag-1-2]", "stöd: modellen") == []


def test_rules_hold_also_where_a_reference_leads_to_a_file_with_errors(tmp_path: Path) -> None:
    assert codes(tmp_path, "forum/styrgrupp.yml", "slutinstans: ja", "slutinstans: kanske") == ["fel-värde"]


@pytest.mark.parametrize("rule", [*RULES, unused], ids=lambda rule: rule.__name__)
def test_rule_finds_no_error_in_the_real_model(real_model: Model, rule: object) -> None:
    assert [str(finding) for finding in rule(real_model) if finding.severity == "fel"] == []  # type: ignore[operator]
