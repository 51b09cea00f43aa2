"""What a browser may do with the pages: the one declaration, in the words of each kind of host."""

from __future__ import annotations

from collections.abc import Sequence

# Content Security Policy Level 3: whatever is not named falls back on default-src, and so is refused.
DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # data: is the signs that the theme's css draws with.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# What a <meta> must not carry (section 3.3 of the same standard); browsers warn of it.
HEADER_ONLY = {"frame-ancestors"}

HEADERS_FILE = "_headers"
NGINX_FILE = "_nginx.conf"


def content_security_policy(*, meta: bool = False, nonce: str = "", frames: Sequence[str] = ()) -> str:
    """The policy as one line: for a header, or without what a page's own <meta> cannot say.

    `nonce` lets in the one script in a page that carries it: in the preview, what loads the page again.
    `frames` are the origins that may show the pages in a frame.
    """
    said = DIRECTIVES | ({"frame-ancestors": " ".join(frames)} if frames else {})
    more = {"script-src": f" 'nonce-{nonce}'"} if nonce else {}
    return "; ".join(
        f"{name} {sources}{more.get(name, '')}" for name, sources in said.items() if not (meta and name in HEADER_ONLY)
    )


def headers(frames: Sequence[str] = ()) -> dict[str, str]:
    """Every security header that a host should send with every answer; `frames` as the policy has them."""
    # It knows no origins, and an old browser that heeds it would refuse those that are let in.
    no_frame = {} if frames else {"X-Frame-Options": "DENY"}
    return {
        "Content-Security-Policy": content_security_policy(frames=frames),
        "X-Content-Type-Options": "nosniff",
        **no_frame,
        # Who read which page is nobody else's business.
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def headers_file(frames: Sequence[str] = ()) -> str:
    """The file `_headers` in the root of the site, which Netlify, Cloudflare Pages and others read."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers(frames).items())


def nginx_file(frames: Sequence[str] = ()) -> str:
    """The same for nginx, to be included in the server's block (publicering/nginx.conf does)."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in headers(frames).items())
