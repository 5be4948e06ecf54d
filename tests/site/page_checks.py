"""What is wrong with the pages of a site: dead links, missing places, pages nobody reaches, pictures without words.

Each check answers with a line for each fault, so that tests/site/test_page_checks.py can show on a broken page that it finds
it, and tests/site/test_built_site.py can ask that the guide has none.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.conftest import BuiltSite
from tests.site import built_pages


def dead_links(site: BuiltSite) -> list[str]:
    """Links and loads that stay on the site and lead to nothing, or to no place in the page."""
    return [
        f"{path.relative_to(site.folder).as_posix()}: {address} {problem}"
        for path in site.pages()
        for address in [*built_pages.read(path).links(), *built_pages.read(path).loads()]
        if (problem := _problem(site, path, address))
    ]


def _problem(site: BuiltSite, path: Path, address: str) -> str | None:
    """Why this address of the page at `path` leads nowhere; None where it is fine or is not ours."""
    full = urlsplit(urljoin(site.url(path), address))
    if full.scheme not in {"http", "https"} or full.netloc != urlsplit(site.address).netloc:
        return None
    if not full.path.startswith(urlsplit(site.address).path):
        return "leaves the site's sub-path"
    file = site.folder / unquote(full.path.removeprefix(urlsplit(site.address).path))
    if file.is_dir():
        if not full.path.endswith("/"):
            return "needs a slash at its end"
        file /= "index.html"
    if not file.is_file():
        return "is not there"
    # A tool reads its state from the fragment: `#example=…`, `#check.kind=…` name no place in the page.
    if full.fragment and "=" not in full.fragment and file.suffix == ".html":
        return None if unquote(full.fragment) in built_pages.read(file).targets() else "has no such place in it"
    return None


def unreached(site: BuiltSite) -> list[str]:
    """Pages that no chain of links leads to from the front page."""
    start = site.folder / "index.html"
    seen, waiting = {start}, [start]
    while waiting:
        path = waiting.pop()
        for address in built_pages.read(path).links():
            full = urlsplit(urljoin(site.url(path), address))
            if full.netloc != urlsplit(site.address).netloc:
                continue
            file = site.folder / unquote(full.path.removeprefix(urlsplit(site.address).path)) / "index.html"
            if file.is_file() and file not in seen:
                seen.add(file)
                waiting.append(file)
    left = {path for path in site.pages() if path.name == "index.html"} - seen
    return sorted(path.parent.relative_to(site.folder).as_posix() for path in left)


def wordless_pictures(site: BuiltSite) -> list[str]:
    """Pictures that neither say in words what they show nor are marked as ornaments."""
    return [
        f"{path.relative_to(site.folder).as_posix()}: <{element.tag}> {element.attributes}"
        for path in site.pages()
        for element in built_pages.read(path).elements
        if element.tag in {"img", "svg"} and not _has_words(element)
    ]


def _has_words(element: built_pages.Element) -> bool:
    given = element.attributes
    if given.get("aria-hidden") == "true" or (element.tag == "img" and given.get("alt") == ""):
        return True
    if element.tag == "img":
        return bool(given.get("alt", "").strip())
    # A drawing whose parts have links or words of their own is a group.
    return given.get("role") in {"img", "group"} and bool((given.get("aria-label") or given.get("aria-labelledby") or "").strip())
