"""The content security policy: strict, declared once, and written for every kind of host."""

from __future__ import annotations

import re
from pathlib import Path

from html_page import HtmlPage
from samverkan.web.policy import (
    HEADERS_FILE,
    NGINX_FILE,
    content_security_policy,
    headers,
    headers_file,
    nginx_file,
)


def _sources(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in map(str.split, policy.split(";"))}


def test_the_policy_lets_in_nothing_but_the_webs_own_files() -> None:
    policy = _sources(content_security_policy())
    for name in ("default-src", "object-src", "base-uri", "form-action", "frame-ancestors"):
        assert policy[name] == ["'none'"]
    assert {source for sources in policy.values() for source in sources} == {"'none'", "'self'", "data:"}
    assert [name for name, sources in policy.items() if "data:" in sources] == ["img-src"]


def test_every_page_carries_the_policy_before_anything_it_holds_for(html: dict[str, HtmlPage]) -> None:
    assert html
    for page in html.values():
        assert page.policy == content_security_policy(meta=True), page.path
        first = re.search(r"<(?:meta|link|script)\b[^>]*>", page.source)
        assert first and "Content-Security-Policy" in first[0], page.path
        assert page.source.encode().index(b"<meta charset") < 1024, "teckenkodningen ska stå i början"
    assert _sources(content_security_policy()).keys() - _sources(page.policy).keys() == {"frame-ancestors"}


def test_no_page_has_a_script_a_style_or_a_handler_in_it(html: dict[str, HtmlPage]) -> None:
    assert {page.path: page.inline for page in html.values() if page.inline} == {}


def test_no_picture_has_a_script_a_style_or_a_handler_in_it(site: Path) -> None:
    pictures = {path.name: HtmlPage.read(path, site).inline for path in site.rglob("*.svg")}
    assert pictures
    assert {name: found for name, found in pictures.items() if found} == {}


def test_a_script_or_a_style_in_a_page_would_be_seen() -> None:
    page = HtmlPage("x", '<p style="a" onclick="b"><style></style><script>c</script><script src="d"></script></p>')
    assert page.inline == ["style", "onclick", "style", "script"]


def test_hosts_that_read_a_headers_file_get_every_header_for_every_address(site: Path) -> None:
    first, *rest = (site / HEADERS_FILE).read_text(encoding="utf-8").splitlines()
    assert first == "/*"
    assert dict(line.strip().split(": ", 1) for line in rest) == headers()


def test_nginx_gets_the_same_headers(site: Path) -> None:
    lines = (site / NGINX_FILE).read_text(encoding="utf-8").splitlines()
    found = [re.fullmatch(r'add_header ([\w-]+) "([^"]+)" always;', line) for line in lines]
    assert {match[1]: match[2] for match in found if match} == headers()
    assert None not in found


def test_the_other_headers_are_strict_too() -> None:
    assert headers()["X-Content-Type-Options"] == "nosniff"
    assert headers()["X-Frame-Options"] == "DENY"
    assert headers()["Referrer-Policy"] == "no-referrer"
    assert set(re.findall(r"=\((.*?)\)", headers()["Permissions-Policy"])) == {""}


def test_a_web_may_be_shown_in_a_frame_only_where_its_publisher_says_so() -> None:
    frames = ["https://intranat.exempel.se", "https://intranat.region.exempel.se:8443"]
    policy = _sources(headers(frames)["Content-Security-Policy"])
    assert policy["frame-ancestors"] == frames
    assert policy | {"frame-ancestors": ["'none'"]} == _sources(content_security_policy())
    assert headers().keys() - headers(frames).keys() == {"X-Frame-Options"}
    for written in (headers_file(frames), nginx_file(frames)):
        assert f"frame-ancestors {' '.join(frames)}" in written and "DENY" not in written
    assert "frame-ancestors" not in content_security_policy(meta=True, frames=frames)
