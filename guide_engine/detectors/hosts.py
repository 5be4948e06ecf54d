"""Whose address a host name is: Amazon's, a carrier's, a link shortener's, a device's own page, or somebody else's.

Facts about the web, in one place. Host names are folded ones (lower case, no accents), without scheme and port.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from guide_engine.detectors.tlds import names

AMAZON_ENDINGS: Final = names(
    "com co.uk de fr es it nl pl se com.be com.tr co.jp ca com.mx com.br com.au in sg ae sa eg ie co.za cn eu cl com.co"
)
"""What follows "amazon." in the addresses of Amazon's marketplaces and seller pages."""

AMAZON_SHORT: Final = names("amzn.to amzn.eu amzn.com amzn.asia a.co")
"""Amazon's own short addresses: they lead to Amazon, but nobody sees to which page."""

SHORTENERS: Final = names("""
    bit.ly bitly.com tinyurl.com goo.gl t.co ow.ly is.gd v.gd buff.ly rebrand.ly rb.gy cutt.ly shorturl.at t.ly tiny.cc
    lnkd.in adf.ly bl.ink short.io soo.gd s.id qr.ae trib.al dlvr.it shorte.st clck.ru urlz.fr u.to x.co tiny.pl kutt.it
    linktr.ee lnk.bio beacons.ai smarturl.it snip.ly hyperurl.co qrco.de qr.link qrfy.io me-qr.com dub.sh dub.co spoo.me
    j.mp po.st ift.tt fb.me youtu.be.link 1url.com tny.im zpr.io urlr.me surl.li reurl.cc lihi.cc url.cn dwz.cn t.cn
    """)
"""Services whose addresses hide where they lead."""

CARRIERS: Final = names("""
    ups.com fedex.com usps.com dhl.com dhl.de dhl.fr dhl.es dhl.it dhl.co.uk dhl.nl dhl.se dhl.at dhl.ch dhlparcel.nl
    dhlparcel.es dhlparcel.pl dhlecommerce.co.uk deutschepost.de dpd.com dpd.de dpd.co.uk dpd.fr dpd.nl dpd.ie dpd.at
    dpdlocal.co.uk dpd.com.pl dpdgroup.com gls-group.com gls-group.eu gls-pakete.de gls-italy.com gls-spain.es
    gls-poland.com gls-us.com myhermes.de hermesworld.com myhermes.de hermes-europe.co.uk evri.com royalmail.com
    parcelforce.com yodel.co.uk tnt.com postnl.nl postnl.post bpost.be bpost.cloud laposte.fr colissimo.fr
    chronopost.fr mondialrelay.fr mondialrelay.com colisprive.com colisprive.fr relaiscolis.com correos.es
    correosexpress.com seur.com mrw.es nacex.es ctt.pt cttexpress.com correios.com.br jadlog.com.br loggi.com
    poste.it brt.it bartolini.it sda.it inpost.pl inpost.it inpost.es inpost.co.uk poczta-polska.pl pocztex.pl
    orlenpaczka.pl postnord.se postnord.com postnord.dk bring.se bring.no budbee.com instabox.io airmee.com
    schenker.com dbschenker.com dachser.com kuehne-nagel.com rhenus.com post.at post.ch posti.fi anpost.ie anpost.com
    canadapost.ca canadapost-postescanada.ca purolator.com canpar.com ontrac.com lasership.com auspost.com.au
    startrack.com.au couriersplease.com.au nzpost.co.nz japanpost.jp kuronekoyamato.co.jp sagawa-exp.co.jp
    seino.co.jp yurticikargo.com araskargo.com.tr mngkargo.com.tr suratkargo.com.tr ptt.gov.tr ups.com.tr
    yanwen.com.cn sf-express.com 4px.com yunexpress.com cainiao.com ems.com.cn 17track.net parcelsapp.com
    aftership.com odfl.com estes-express.com xpo.com saia.com rlcarriers.com abf.com arcb.com aramex.com bluedart.com
    delhivery.com dtdc.com ekartlogistics.com arrowxl.co.uk dxdelivery.com tuffnells.co.uk palletways.com gel-express.de
    """)
"""Parcel and freight carriers, and pages that only show where a parcel is."""

MESSENGER_HOSTS: Final = names("""
    wa.me api.whatsapp.com chat.whatsapp.com whatsapp.com wa.link walink.co t.me telegram.me telegram.dog telegram.org
    m.me messenger.com line.me lin.ee page.line.me signal.me signal.group join.skype.com u.wechat.com viber.com
    discord.gg discord.com threema.id zalo.me kakao.com pf.kakao.com
    """)
"""Hosts that open a chat in a messenger."""

SOCIAL_HOSTS: Final = names("""
    facebook.com fb.com fb.me instagram.com instagr.am tiktok.com twitter.com x.com threads.net threads.com pinterest.com
    pinterest.de pinterest.fr pin.it linkedin.com snapchat.com vk.com ok.ru reddit.com tumblr.com weibo.com
    xiaohongshu.com mastodon.social bsky.app twitch.tv patreon.com nextdoor.com trustpilot.com yelp.com
    """)
"""Social networks and public profile pages."""

PAYMENT_HOSTS: Final = names(
    "paypal.me paypal.com venmo.com cash.app revolut.me wise.com buy.stripe.com zellepay.com ko-fi.com"
)
"""Hosts where money changes hands outside Amazon."""

FREE_MAIL: Final = names("""
    gmail googlemail hotmail outlook live yahoo icloud aol gmx web protonmail proton mail yandex qq 163 126 orange free
    laposte wanadoo sfr libero tiscali virgilio t-online freenet posteo mailbox wp onet interia o2 telia comcast ziggo
    kpnmail uol bol terra naver foxmail sina zoho fastmail tutanota msn ymail mynet docomo ezweb softbank
    """)
"""The first labels of hosts that give mailboxes to everybody: "jo at gmail dot com"."""

ROLES: Final = names("""
    info support service services care customercare customerservice contact kontakt contacto contatto contato hello hallo
    office sales mail kundenservice kundendienst verkauf ventas soporte atencion assistenza supporto klantenservice
    serwis biuro kundtjanst suporte atendimento destek iletisim webmaster admin
    """)
"""Names of mailboxes that shops give themselves: "info at brand.com" is no place to look at."""

_DEVICE_PAGES: Final = names("""
    fritz.box myfritz.box speedport.ip easy.box o2.box vodafone.box congstar.box giga.cube routerlogin.net routerlogin.com
    orbilogin.com orbilogin.net mywifiext.net mywifiext.com tplinkwifi.net tplinklogin.net tplinkrepeater.net
    tplinkmodem.net tplinkap.net tplinkdeco.net router.asus.com repeater.asus.com asusrouter.com linksyssmartwifi.com
    miwifi.com tendawifi.com re.tendawifi.com homerouter.cpe mbr.home livebox.home bbox.lan mabbox.bytel.fr router.setup
    setup.ampak 4.3.2.1 my.keenetic.net amplifi.lan wifi.wavlink.com ap.setup find.synology.com homeassistant.local
    """)
"""Set-up pages that a device serves itself, under a name that looks like a public one."""

_LOCAL_ENDINGS: Final = names("local lan home internal localdomain localhost intranet arpa box")
_PUBLIC_BOXES: Final = re.compile(r"[a-z0-9-]{9,}\.box")
_IP4 = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_SECOND_LEVEL: Final = names("co com org net gov edu ac ne or go")
_CONFUSED: Final = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("3", "e"), ("4", "a"), ("5", "s"), ("2", "z"))
_OTHER_AMAZONS: Final = names("amazone amazonas amazonia amazonen amazones amazonian")
"""Names that share their letters with Amazon and mean a machine maker, a river or a warrior."""


def is_ip4(host: str) -> bool:
    """Whether the host is a dotted IPv4 address with parts up to 255."""
    return _IP4.fullmatch(host) is not None and all(int(part) < 256 for part in host.split("."))


def is_local(host: str) -> bool:
    """Whether the host is a page in the reader's own network: a private address or a device's set-up name."""
    if is_ip4(host):
        first, second = (int(part) for part in host.split(".")[:2])
        return (
            first in (0, 10, 127)
            or first > 223  # masks and groups: "255.255.255.0"
            or (first, second) in ((192, 168), (169, 254))
            or (first == 172 and 16 <= second < 32)
            or host in _DEVICE_PAGES
        )
    if host in _DEVICE_PAGES:
        return True
    last = host.rsplit(".", 1)[-1]
    if "." not in host:
        return not host.isdigit()
    return last in _LOCAL_ENDINGS and not _PUBLIC_BOXES.fullmatch(host)


def registrable(host: str) -> str:
    """The part of a host that somebody can own: the last two labels, or three under endings such as co.uk."""
    labels = host.split(".")
    size = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-size:])


_DEEPEST = 6
"""No listed host has more labels than this."""


def within(host: str, hosts: frozenset[str]) -> bool:
    """Whether the host is in `hosts` or lies below one of them."""
    labels = host.split(".")
    deepest = max(0, len(labels) - _DEEPEST)
    return any(".".join(labels[i:]) in hosts for i in range(deepest, len(labels) - 1))


def is_amazon(host: str) -> bool:
    """Whether the host is Amazon's own."""
    name, _, ending = registrable(host).partition(".")
    if name.removeprefix("sellercentral-") in ("amazon", "europe") and name != "europe":
        return ending in AMAZON_ENDINGS
    return name == "sellercentral-europe" and ending == "com"


@lru_cache(maxsize=256)
def resembles_amazon(host: str) -> bool:
    """Whether a host that is not Amazon's would be taken for Amazon's at a glance ("arnazon.com", "amazon.com.x.net")."""
    name = registrable(host).split(".")[0]
    for label in host.split(".")[:-1]:
        for part in re.split(r"[-_]", label):
            plain = part
            for seen, meant in _CONFUSED:
                plain = plain.replace(seen, meant)
            if plain == "amazon" or (plain.startswith(("amazon", "myamazon")) and not _harmless(plain)):
                return True
            if part == name and len(plain) > 4 and _one_slip(plain):
                return True
    return False


def _harmless(name: str) -> bool:
    """Names that begin like Amazon's and are not taken for it: its own hosting, and other words."""
    return name.startswith("amazonaws") or name in _OTHER_AMAZONS


def _one_slip(name: str) -> bool:
    """Whether one letter added, dropped, changed or swapped turns `name` into "amazon"."""
    if _harmless(name) or name == "amazing":
        return False
    target = "amazon"
    if len(name) == len(target):
        differing = [i for i in range(len(target)) if name[i] != target[i]]
        swapped = len(differing) == 2 and sorted(name[i] for i in differing) == sorted(target[i] for i in differing)
        return len(differing) == 1 or (swapped and differing[1] - differing[0] == 1)
    short, long = sorted((name, target), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
