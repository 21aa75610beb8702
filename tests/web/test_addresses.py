"""Which links and addresses may be fetched: the public ones, whatever form hides the others."""

from __future__ import annotations

import pytest

from bot.errors import FetchFailed
from bot.web.addresses import check_link, is_public, same_article

PORTS = (80, 443)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",  # loopback
        "127.255.255.254",  # loopback, all of it
        "0.0.0.0",  # this host
        "10.1.2.3",  # private
        "172.16.0.1",  # private
        "192.168.1.1",  # private
        "169.254.169.254",  # link-local: cloud metadata
        "100.64.0.1",  # carrier-grade NAT
        "192.0.2.1",  # documentation
        "198.18.0.1",  # benchmarking
        "224.0.0.1",  # multicast
        "240.0.0.1",  # reserved
        "255.255.255.255",  # broadcast
        "::1",  # loopback
        "::",  # unspecified
        "fe80::1",  # link-local
        "fe80::1%eth0",  # link-local with a zone
        "fc00::1",  # unique local
        "fd00:ec2::254",  # cloud metadata over IPv6
        "ff02::1",  # multicast
        "::ffff:127.0.0.1",  # IPv4-mapped loopback
        "::ffff:169.254.169.254",  # IPv4-mapped metadata
        "::127.0.0.1",  # IPv4-compatible
        "2002:7f00:1::",  # 6to4 of loopback
        "64:ff9b::7f00:1",  # NAT64 of loopback
        "64:ff9b:1::1",  # local NAT64
        "2001:db8::1",  # documentation
        "not an address",  # nothing at all
    ],
)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_public_addresses_may_be_asked(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("ftp://example.org/x", "is not a web link"),  # another scheme
        ("file:///etc/passwd", "is not a web link"),  # a file
        ("example.org/x", "is not a web link"),  # no scheme
        ("https://", "is not a web link"),  # no host
        ("https://user:pw@example.org/", "holds a user name or password"),  # credentials
        ("http://example.org:8080/", "port 8080 of example.org may not be asked"),  # an unusual port
        ("http://[::1/x", "is not a link"),  # a broken address
        ("http://example.org:99999/", "is not a link"),  # no such port
    ],
)
def test_links_that_may_not_be_asked(link: str, told: str) -> None:
    with pytest.raises(FetchFailed, match=told.replace("[", r"\[")):
        check_link(link, PORTS)


def test_an_allowed_host_may_use_its_port() -> None:
    assert check_link("http://127.0.0.1:8080/a", PORTS, ("127.0.0.1:8080",)).port == 8080
    with pytest.raises(FetchFailed):
        check_link("http://127.0.0.1:8081/a", PORTS, ("127.0.0.1:8080",))


@pytest.mark.parametrize(
    ("link", "other"),
    [
        ("https://a.example/x?utm_source=feed", "https://a.example/x"),  # tracking
        ("http://www.a.example/x/", "https://a.example/x"),  # scheme, www, a closing slash
        ("https://m.a.example/x#top", "https://a.example/x"),  # the mobile page, a fragment
        ("https://a.example/x/amp", "https://a.example/x"),  # the AMP page
        ("https://a.example/?b=2&a=1", "https://a.example/?a=1&b=2"),  # order of parameters
    ],
)
def test_one_article_under_several_links(link: str, other: str) -> None:
    assert same_article(link) == same_article(other)


@pytest.mark.parametrize("link", ["http://[::1", "http://a.example:99999/x", "http://a.example:x/"])
def test_a_link_that_cannot_be_taken_apart_stays_as_it_is(link: str) -> None:
    assert same_article(f" {link}") == link


def test_an_articles_number_is_kept() -> None:
    assert same_article("https://a.example/story?id=7") != same_article("https://a.example/story?id=8")
