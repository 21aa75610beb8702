"""A link or a network address to whether it may be fetched: public addresses, http and https, usual ports."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from bot.errors import FetchFailed

SCHEMES = {"http": 80, "https": 443}
LONGEST = 2000
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|ref|ref_src|cmpid|ocid|at_\w+|ns_\w+|smid|partner|xtor|src",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"^(?:m|mobile|amp|www)\.(?=[^.]+\.)", re.IGNORECASE)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.IPv6Network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.IPv6Network("::/96")


def check_link(link: str, ports: Collection[int], allowed: Collection[str] = ()) -> SplitResult:
    """The parts of a link that may be asked for; raises FetchFailed with what is wrong and what to do.

    `ports` are those that may be asked; a host in `allowed` ("intranet.example", "127.0.0.1:8080") may use any port.
    """
    try:
        parts = urlsplit(link.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise FetchFailed("{link} is not a link; copy it from the address bar", link=link[:200]) from None
    if parts.scheme.lower() not in SCHEMES or not host or len(link) > LONGEST:
        raise FetchFailed("{link} is not a web link; it must begin with http:// or https://", link=link[:200])
    if parts.username is not None or parts.password is not None:
        raise FetchFailed("the link to {host} holds a user name or password; give it without", host=host)
    number = port or SCHEMES[parts.scheme.lower()]
    if number not in ports and not is_allowed(host, number, allowed):
        raise FetchFailed(
            "port {port} of {host} may not be asked; web.ports in the settings lists those that may",
            port=number,
            host=host,
        )
    return parts


def is_allowed(host: str, port: int, allowed: Collection[str]) -> bool:
    """Whether the newsroom named this host (any port) or host:port as one that may be asked though not public."""
    return host in allowed or f"{host}:{port}" in allowed


def is_public(address: str) -> bool:
    """Whether a network address belongs to the public internet, whatever form hides it.

    Refused are loopback, private, link-local, carrier-grade NAT, multicast, reserved and documentation ranges, and
    IPv6 forms that carry such an IPv4 address (mapped, compatible, 6to4, Teredo, NAT64).
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = _inner(found)
        if inner is not None:
            return _is_public(inner)
        if found in _NAT64_LOCAL:
            return False
    return _is_public(found)


def same_article(link: str) -> str:
    """A link without what does not change the article: tracking parameters, mobile hosts, fragments, www, scheme.

    What cannot be taken apart is given back as it is: pages and feeds state such links too.
    """
    try:
        parts = urlsplit(link.strip())
        given = parts.port
    except ValueError:
        return link.strip()
    host = _MOBILE.sub("", (parts.hostname or "").lower())
    query = [(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)]
    path = re.sub(r"/(?:amp|index\.html?)?$", "", parts.path) or "/"
    port = f":{given}" if given and given not in SCHEMES.values() else ""
    return urlunsplit(("https", host + port, path, urlencode(sorted(query)), ""))


def _is_public(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return found.is_global and not found.is_multicast and not found.is_reserved


def _inner(found: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 form carries."""
    if found.ipv4_mapped or found.sixtofour:
        return found.ipv4_mapped or found.sixtofour
    if found.teredo:
        return found.teredo[1]
    if found in _NAT64 or (found in _COMPATIBLE and int(found) > 1):
        return ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return None
