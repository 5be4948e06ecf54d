"""MkDocs events, and nothing else: each hands over to a module that does not know MkDocs.

Building: the rules are exported, their pages made and added, scripts and styles bundled, the browser's Python
assembled, sources kept back, and every page gets its Content-Security-Policy. Serving: the same, but without the
policy, because live reload is an inline script. Changes to this file and to machinery/ need a new start of `serve`.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

# MkDocs loads hooks by path: the folder above is not on the path by itself.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hooks import runtime
from hooks.citations import CitationExtension, with_date_checked
from hooks.drawings.figure import UnknownPicture, expand, ornament
from hooks.drawings.pictures import FOUND, PICTURES
from machinery import assets, catalog, compress, csp, hints, offline, remembered, score, tools_later
from machinery.places import BUILD, ROOT
from machinery.runtime_parts import Parts, RuntimeBuildError

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

#: With this a hand-written page asks for a generated part (see hooks/pages.py and hooks/checklist.py).
PART = "<!-- mcg:"
log = logging.getLogger("mkdocs.hooks.site")
#: Set by each build: whether it is for `serve`, the catalogue it is made from, the lock it holds.
state = SimpleNamespace(serving=False, catalog={}, alone=None, compressor=None, rendered=None, tools=None)


def on_startup(command: str, **_: Any) -> None:
    """Remember which command this is, and date everything by the last commit, so that two builds are the same bytes."""
    state.serving = command == "serve"
    if state.serving:
        state.rendered, state.tools = remembered.RenderedPages(), tools_later.ToolsLater()
    BUILD.mkdir(exist_ok=True)
    if "SOURCE_DATE_EPOCH" not in os.environ:
        last = ["git", "log", "-1", "--format=%ct"]
        done = subprocess.run(last, cwd=ROOT, capture_output=True, text=True, check=False)
        os.environ["SOURCE_DATE_EPOCH"] = done.stdout.strip() or "1767225600"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the rules as they are now; let pages cite sources by id; set the project's address if it has one."""
    try:
        state.catalog = catalog.export()
    except catalog.CatalogError as error:
        raise PluginError(str(error)) from error
    sources: Any = {source["id"]: SimpleNamespace(**source) for source in state.catalog["sources"]}
    # MkDocs passes extension objects through to Markdown, though it types them as names.
    config.markdown_extensions.append(CitationExtension(sources))  # type: ignore[arg-type]
    _set_repository(config, os.environ.get("REPO_URL", "").rstrip("/"))
    return config


def _set_repository(config: MkDocsConfig, address: str) -> None:
    """Edit and feedback links, where REPO_URL says that the project has a public address."""
    config.repo_url = address or None
    config.edit_uri = "edit/main/docs/" if address else None


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Build once more when what was made beside the pages is ready."""
    server.watch(str(tools_later.READY))
    return server


def on_pre_build(**_: Any) -> None:
    """Bundle the front end and assemble the browser's Python, each only where an input changed."""
    state.alone = assets.alone()
    state.alone.__enter__()
    try:
        if state.serving:
            assets.bundle(dev=True)
            state.tools.prepare()
        else:
            _prepare_site()
    except (assets.AssetError, RuntimeBuildError, score.ScoreError) as error:
        if not state.serving:
            raise PluginError(str(error)) from error
        # While somebody types, a half-written rule must not take the guides away: the tools keep the last good build.
        log.error("%s", error)


def _prepare_site() -> None:
    """The first time this takes a while, and two things can be done beside all else.

    Compressing Python's machine code takes longest and needs nothing that is made here. The score needs the engine only.
    """
    state.compressor = compress.Compressor(assets.node())
    state.compressor.begin(_pyodides_own())
    with ThreadPoolExecutor(1) as beside:
        measured = beside.submit(score.figures)
        assets.bundle(dev=False)
        runtime.build(ROOT, assets.PYTHON, say=log.info)
        state.compressor.begin(path for _, path in assets.built(dev=False))
        measured.result()


def _pyodides_own() -> list[Path]:
    """Pyodide's files as they will be published, where they can be compressed before the rest is made."""
    folder = BUILD / "early"
    folder.mkdir(exist_ok=True)
    files = {folder / runtime.PUBLISHED[role]: made for role, made in runtime.pyodides_own(Parts.of(ROOT)).items()}
    for file, content in files.items():
        file.write_bytes(content)
    return list(files)


@event_priority(-200)  # after every other hook has written its files: the list holds the hash of each
def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Make the written site work offline, compress it, and let a waiting build go on."""
    site = Path(config.site_dir)
    worker = assets.bundles(dev=state.serving) / "offline" / "sw.js"
    try:
        if state.serving:
            shutil.copy(worker, site)
        else:
            offline.finish(site, config.site_name, worker.read_text())
            state.compressor.finish(site)
    except compress.CompressError as error:
        raise PluginError(str(error)) from error
    finally:
        _let_go()


def _let_go() -> None:
    if state.alone is not None:
        state.alone.__exit__(None, None, None)
        state.alone = None


def on_build_error(**_: Any) -> None:
    """The same after a failure: `serve` lives on."""
    _let_go()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep sources back; add the generated pages and the built files."""
    for file in list(files):
        if file.src_dir != config.docs_dir and not assets.is_published(file.src_uri):
            files.remove(file)
    written = {file.src_uri: file for file in files.documentation_pages() if PART in file.content_string}
    try:
        texts = {path: file.content_string for path, file in written.items()}
        made = catalog.pages(state.catalog, texts, score.last_figures() if state.serving else score.figures())
    except (catalog.CatalogError, score.ScoreError) as error:
        raise PluginError(str(error)) from error
    modules = catalog.modules(state.catalog)
    for path, text in made.items():
        module = modules.get(path)
        edited = written[path].edit_uri if path in written else module and f"../{module}"
        _replace(files, _virtual(config, path, text, edited))
    for address, built in assets.built(dev=state.serving):
        file = File.generated(config, address, abs_src_path=str(built), inclusion=InclusionLevel.NOT_IN_NAV)
        _replace(files, file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Now all files are known: a served page whose making they do not change need not be made again."""
    if state.rendered is not None:
        settings = [Path(config.config_file_path), *sorted((Path(config.docs_dir) / "includes").rglob("*.md"))]
        state.rendered.begin(files, settings, state.catalog["sources"])
        state.rendered.watch_search(config.plugins["material/search"].search_index)  # type: ignore[attr-defined]  # Material's
    return nav


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Draw the pictures that a guide asks for, and say when its claims were last checked."""
    if state.rendered is not None:
        state.rendered.watch(page)
    try:
        return with_date_checked(expand(markdown, PICTURES), page.meta.get("checked"))
    except UnknownPicture as error:
        raise PluginError(f"{page.file.src_uri}: {error}") from error


def _virtual(config: MkDocsConfig, path: str, text: str, edited: str | None) -> File:
    """A file that exists only in memory; "Edit" opens what it comes from, counted from docs/."""
    file = File.generated(config, path, content=text)
    file.edit_uri = edited
    return file


def _replace(files: Files, file: File) -> None:
    """Add a file, in the place of one with the same address (a style sheet's source, say)."""
    existing = files.get_file_from_path(file.src_uri)
    if existing is not None:
        files.remove(existing)
    files.append(file)


def on_env(env: Environment, **_: Any) -> Environment:
    """`mcg_dev` tells templates that the site is being served by `make serve`; `mcg_found` is the first page's drawing."""
    # Templates compile once a change, not once a build. Each version of Jinja has its own: it does not tell them apart.
    compiled = BUILD / "jinja" / jinja2.__version__
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(compiled))
    env.globals["mcg_dev"] = state.serving
    env.globals["mcg_found"] = ornament("found", FOUND)
    return env


@event_priority(-100)  # last: the hashes must be those of the page as it is written
def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Give every built page its policy, and pages with a tool the hints for its code."""
    if not state.serving and not page.is_homepage:
        bundles = assets.bundles(dev=False)
        output = hints.with_hints(output, hints.read(bundles))
        manifest = (assets.PYTHON / "manifest.json").read_text(encoding="utf-8")
        output = hints.with_manifest(output, manifest, hints.early(bundles))
    return _secured(output, page.file.src_uri)


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The 404 page is a template of its own and gets its policy, too."""
    return _secured(output_content, template_name) if template_name.endswith(".html") else output_content


def _secured(html: str, name: str) -> str:
    if state.serving:
        return html
    try:
        return csp.secure(html)
    except ValueError as error:
        raise PluginError(f"{name}: {error}") from error
