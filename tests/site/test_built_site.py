"""The built site: every page safe, every link good, nothing from elsewhere, under any sub-path."""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from machinery import csp
from tests.conftest import BuiltSite, build_site
from tests.serving import TYPES, Host
from tests.site import built_pages, page_checks

POLICY = re.compile(r"\n      <meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">")
#: Addresses that a script of ours or of Material's contains, and why none of them is ever asked.
NAMED_IN_SCRIPTS = {
    "http://www.w3.org/": "names of XML vocabularies",
    "https://clipboardjs.com/": "a licence note",
    "https://api.github.com/": "Material's repository facts: only where a page has its repository widget; ours has none",
    "https://${e}/api/v4/projects/": "the same for GitLab",
    "https://unpkg.com/mermaid@11/": "Material's diagrams: only where a page has a mermaid block; ours are drawn",
    "https://unpkg.com/iframe-worker": "Material's search over file: addresses",
    "https://unpkg.com/resize-observer-polyfill": "Material's help for browsers without ResizeObserver",
    "http://lunrjs.com": "a licence note in the search",
    "https://bit.ly/2s3ChXG": "a licence note in the search",
    "http://tartarus.org/": "a licence note in the search",
    "https://bit.ly/wb-precache": "an address in a warning of Workbox, which keeps the site for offline",
    "https://${t}": "Pyodide's sockets under Node",
    "https://codemirror.net/": "addresses in the editor's error messages",
    "https://github.com/": "addresses in error messages",
    "https://pyodide.org/": "addresses in Pyodide's error messages",
    "https://cdn.jsdelivr.net/pyodide/": "Pyodide's default for packages: ours come from our own lock, from our own host",
    "https://docs.python.org/": "addresses in error messages",
    "https://emscripten.org/": "addresses in error messages",
}


def test_every_page_has_the_policy_for_exactly_its_scripts(site: BuiltSite) -> None:
    for path in site.pages():
        text = path.read_text(encoding="utf-8")
        found = POLICY.findall(text)
        assert len(found) == 1, path
        assert found[0] == csp.policy(POLICY.sub("", text)), path
        assert "default-src 'none'" in found[0]
        assert "unsafe-inline" not in found[0]
        # What stands before the policy would not be bound by it.
        assert "<script" not in text[: text.index("Content-Security-Policy")], path


def test_no_page_holds_what_its_policy_blocks(site: BuiltSite) -> None:
    for path in site.pages():
        page = built_pages.read(path)
        assert not page.all("style"), path
        for element in page.elements:
            blocked = [name for name in element.attributes if name == "style" or name.startswith("on")]
            assert not blocked, (path, element)
            assert not element.attributes.get("href", "").lower().startswith("javascript:"), (path, element)


def test_every_internal_link_and_its_anchor_is_there(site: BuiltSite) -> None:
    assert page_checks.dead_links(site) == []


def test_every_page_is_reached_from_the_front_page(site: BuiltSite) -> None:
    assert page_checks.unreached(site) == []


def test_ids_are_not_used_twice_in_a_page(site: BuiltSite) -> None:
    for path in site.pages():
        twice = [name for name, count in Counter(built_pages.read(path).ids()).items() if count > 1]
        assert twice == [], path


def test_every_picture_says_what_it_shows(site: BuiltSite) -> None:
    assert page_checks.wordless_pictures(site) == []


def test_titles_and_descriptions_tell_pages_apart(site: BuiltSite) -> None:
    pages = [path for path in site.pages() if path.name != "404.html"]
    titles = [re.findall(r"<title>(.*?)</title>", built_pages.read(path).html, re.DOTALL) for path in pages]
    assert all(len(found) == 1 and found[0].strip() for found in titles)
    twice = [title for title, count in Counter(found[0] for found in titles).items() if count > 1]
    assert twice == []


def test_no_page_loads_anything_from_another_host(site: BuiltSite) -> None:
    for path in site.pages():
        foreign = [address for address in built_pages.read(path).loads() if _is_foreign(site, address)]
        assert foreign == [], path


def _is_foreign(site: BuiltSite, address: str) -> bool:
    parts = urlsplit(address.strip())
    return parts.scheme != "data" and bool(parts.netloc) and not address.startswith(site.address)


def test_no_style_sheet_loads_anything_from_another_host(site: BuiltSite) -> None:
    for path in site.folder.rglob("*.css"):
        css = path.read_text(encoding="utf-8")
        addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", css)
        foreign = [one for pair in addresses for one in pair if one and _is_foreign(site, one)]
        assert foreign == [], path


def test_no_script_names_an_address_that_we_do_not_know(site: BuiltSite) -> None:
    for path in [*site.folder.rglob("*.js"), *site.folder.rglob("*.mjs")]:
        text = path.read_text(encoding="utf-8")
        unknown = {
            address
            for address in re.findall(r"(?:https?|wss?)://[^\s\"'`)\\<>]+", text)
            if not any(address.startswith(known) for known in NAMED_IN_SCRIPTS)
        }
        assert unknown == set(), path


def test_addresses_count_from_the_page_so_that_any_sub_path_works(site: BuiltSite) -> None:
    for path in site.pages():
        if path.name == "404.html":  # shown at any depth: its addresses must count from the host
            continue
        page = built_pages.read(path)
        rooted = [one for one in [*page.links(), *page.loads()] if one.startswith("/")]
        assert rooted == [], path


def test_every_file_is_fetched_from_the_sub_path_with_its_type(site: BuiltSite) -> None:
    for path in sorted(site.folder.rglob("*")):
        if path.is_file():
            with urllib.request.urlopen(site.url(path), timeout=60) as answer:
                assert answer.headers["Content-Type"] == TYPES[path.suffix], path


def test_outside_the_sub_path_there_is_nothing(site: BuiltSite, host: Host) -> None:
    assert site.folder == host.folder
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"http://127.0.0.1:{host.port}/index.html", timeout=60)


def test_sources_and_fragments_stay_at_home(site: BuiltSite) -> None:
    kept = {".html", ".css", ".js", ".json", ".svg", ".png", ".jpg", ".webp", ".woff2", ".wasm", ".whl", ".zip", ".xml"}
    kept |= {".br", ".gz", ".md", ".mjs", ".txt", ".webmanifest", ".ico"}
    assert {path.suffix for path in site.folder.rglob("*") if path.is_file()} <= kept
    for name in ("includes", "guide", "machinery", "hooks", "partials"):
        assert not (site.folder / name).exists()


def test_the_search_knows_every_page(site: BuiltSite) -> None:
    index = json.loads((site.folder / "search" / "pages.json").read_text(encoding="utf-8"))
    known = {page["at"] for page in index["pages"]}
    pages = {site.url(path).removeprefix(site.address) for path in site.pages() if path.name != "404.html"}
    assert pages - known == set()


def test_the_site_map_lists_every_page_at_its_public_address(site: BuiltSite) -> None:
    site_map = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    listed = {html.unescape(address) for address in re.findall(r"<loc>(.*?)</loc>", site_map)}
    canonical = {
        link["href"]
        for path in site.pages()
        for link in built_pages.read(path).all("link")
        if link["rel"] == "canonical"
    }
    assert canonical
    assert canonical <= listed


@pytest.mark.skipif("MCG_SITE" in os.environ, reason="a ready site was dated by its own build")
def test_two_builds_are_the_same_bytes(site: BuiltSite, tmp_path: Path) -> None:
    build_site(tmp_path, site.address)
    first, second = _hashes(site.folder), _hashes(tmp_path)
    assert {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)} == set()


def test_links_to_the_project_appear_where_it_has_an_address(site: BuiltSite, tmp_path: Path) -> None:
    project = "https://code.example/guide"
    assert "/issues/new" not in built_pages.read(site.folder / "faq" / "index.html").html
    build_site(tmp_path, site.address, REPO_URL=project)
    page = built_pages.read(tmp_path / "faq" / "index.html")
    assert f"{project}/edit/main/docs/faq.md" in page.links()
    told = [parse_qs(urlsplit(link).query) for link in page.links() if link.startswith(f"{project}/issues/new?")]
    ((title,), (body,)) = (told[0][name] for name in ("title", "body"))
    assert (len(told), title) == (1, "Page: Questions and answers")
    assert body.startswith(f"Page: {site.address}faq/\n")
    assert "What is wrong, unclear or missing?" in body
    rule = built_pages.read(tmp_path / "rules" / "external-link" / "index.html")
    assert f"{project}/edit/main/guide_engine/rules/external_link.py" in rule.links()


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
