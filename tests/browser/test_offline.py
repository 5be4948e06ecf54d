"""Without a network after one visit; a new version is taken whole and when the reader says so; refusal harms nothing."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from machinery import offline
from tests.browser.checker import PATH, START, Checker
from tests.browser.conftest import Problems
from tests.browser.patience import PATIENCE, eventually
from tests.conftest import ROOT, BuiltSite
from tests.serving import Host, hosting

DRAFT = "Hello, see www.brightloom.com for more."
#: The worker is registered when the page is at rest, and fetches the whole site before it is active.
INSTALL = 180_000
#: Milliseconds for a press on a button that may go away meanwhile.
PRESS = 10_000
ACTIVE = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === "activated";
}"""

#: What Playwright says when the page that was asked has been left.
MOVED = re.compile("Execution context was destroyed|Cannot find context|frame was detached")

#: Asks for news, and says when what came has been given up.
TAKEN_BACK = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => null);
    const { installing } = registration;
    if (!installing) return !registration.waiting;
    return new Promise((done) => installing.onstatechange = () => done(installing.state === "redundant"));
}"""


@pytest.fixture
def own_host(site: BuiltSite, tmp_path: Path) -> Iterator[Host]:
    """A host with a copy of the site that a test may change, and which it may switch off."""
    with hosting() as host:
        host.folder = tmp_path / "site"
        shutil.copytree(site.folder, host.folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
        yield host


@pytest.fixture
def context(browser: Browser, own_host: Host) -> Iterator[BrowserContext]:
    """A fresh profile in which the service worker is let in."""
    context = browser.new_context(service_workers="allow", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    problems = Problems(own_host.address)
    problems.expect("ERR_|Failed to load resource|404")  # a host that is switched off, on purpose
    problems.watch(context)
    yield context
    context.close()
    assert problems.left() == []


def visit(context: BrowserContext, address: str) -> Page:
    """Open a page and stay until the service worker has taken the site in."""
    page = context.new_page()
    page.goto(address)
    until(page, ACTIVE, INSTALL)
    return page


def until(page: Page, question: str, timeout: int = START) -> None:
    """Wait until the page's answer is yes. (`wait_for_function` does not wait for the answer of an async function.)"""
    for _ in range(timeout // 250):
        try:
            if page.evaluate(question):
                return
        except Error as gone:
            # A worker may load the page anew in the middle of a question: the new page is asked again.
            if not MOVED.search(gone.message):
                raise
        page.wait_for_timeout(250)
    pytest.fail(f"never true: {question}")


def change(host: Host, words: str) -> None:
    """Publish a new version: the checker's page says something else."""
    assert host.folder is not None
    page = host.folder / PATH / "index.html"
    page.write_text(re.sub(r"(<h1[^>]*>).*?(</h1>)", rf"\g<1>{words}\g<2>", page.read_text(), count=1, flags=re.DOTALL))
    worker = (host.folder / "sw.js").read_text()
    offline.finish(host.folder, "Guide", worker.partition("\n")[2])


def test_after_one_visit_every_page_and_the_checker_work_without_a_network(
    context: BrowserContext, own_host: Host
) -> None:
    page = visit(context, own_host.address)
    own_host.folder = None
    context.set_offline(True)
    for path in ("", "rules/external-link/", "sellers/reply/", "message-templates/"):
        page.goto(own_host.address + path)
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("performance.getEntriesByType('navigation')[0].workerStart") > 0
    page.goto(f"{own_host.address}{PATH}?from=home")
    checker = Checker(page).wait_ready().write(DRAFT)
    checker.expect_verdict("stop")
    answer = page.goto(f"{own_host.address}no/such/page/")
    assert answer is not None
    expect(page.locator("h1")).to_be_visible()


#: Reads the kept memory, changes a byte in its middle and puts it back.
SPOIL = """async () => {
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const request = (await cache.keys()).find(({ url }) => url.includes("/memory."));
        if (!request) continue;
        const answer = await cache.match(request);
        const content = new Uint8Array(await answer.arrayBuffer());
        content[content.length >> 1] ^= 1;
        await cache.put(request, new Response(content, { headers: answer.headers }));
        return request.url;
    }
}"""


def test_a_kept_memory_that_is_damaged_is_thrown_away_and_fetched_again(
    context: BrowserContext, own_host: Host
) -> None:
    page = visit(context, own_host.address)
    address = page.evaluate(SPOIL)
    page.goto(own_host.address + PATH)
    Checker(page).wait_ready().write(DRAFT).expect_verdict("stop")
    entry = "async (url) => (await caches.match(url))?.arrayBuffer() ?? new ArrayBuffer()"
    digest = f"""async (url) => Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", await ({entry})(url))),
        (byte) => byte.toString(16).padStart(2, "0")).join("")"""
    assert own_host.folder is not None
    whole = (own_host.folder / "assets" / "python" / address.rpartition("/")[2]).read_bytes()
    # Python has it first; the service worker puts it back into its store beside that.
    eventually(page, lambda: page.evaluate(digest, address), hashlib.sha256(whole).hexdigest())


#: Notes how far the page was when a worker for Python was asked for, and refuses those that are asked for so early.
STARTED = """globalThis.started = [];
globalThis.Worker = class extends Worker {
    constructor(address, options) {
        const ours = String(address).includes("/guide/worker.js");
        if (ours) started.push(document.readyState);
        if (ours && document.readyState === REFUSED) throw new DOMException("no workers yet", "SecurityError");
        super(address, options);
    }
}"""


@pytest.mark.parametrize("refused", ["never", "loading"])
def test_on_a_later_visit_python_starts_while_the_page_is_still_being_read(
    context: BrowserContext, own_host: Host, refused: str
) -> None:
    page = visit(context, own_host.address)
    page.add_init_script(STARTED.replace("REFUSED", json.dumps(refused)))
    page.goto(own_host.address + PATH)
    Checker(page).wait_ready().write(DRAFT).expect_verdict("stop")
    started = page.evaluate("started")
    assert started[0] == "loading"
    assert len(started) == (1 if refused == "never" else 2), "the page takes over what its head began"


def test_a_new_version_is_offered_and_the_draft_stays(context: BrowserContext, own_host: Host) -> None:
    page = visit(context, own_host.address + PATH)
    Checker(page).wait_ready().write(DRAFT)
    change(own_host, "A newer checker")
    page.reload()
    offer = page.get_by_role("status").filter(has_text="A new version of this guide is ready")
    expect(offer).to_be_visible(timeout=INSTALL)
    assert page.locator("h1").inner_text() != "A newer checker", "the old version serves until the reader says so"
    page.get_by_role("button", name="Load it now").click()
    expect(page.locator("h1")).to_have_text("A newer checker", timeout=START)
    checker = Checker(page).wait_ready()
    checker.expect_text(DRAFT)
    checker.expect_verdict("stop")


def take(page: Page) -> None:
    """Have a tab load the newer checker, unless it does so by itself: the offer may go away under the finger."""
    newer = page.get_by_role("heading", name="A newer checker")
    offer = page.get_by_role("button", name="Load it now")
    for _ in range(START // PRESS):
        expect(offer.or_(newer).first).to_be_visible(timeout=START)
        if newer.is_visible():
            break
        with suppress(Error):
            offer.click(timeout=PRESS)
            break
    expect(newer).to_be_visible(timeout=START)


def test_of_two_tabs_the_other_is_told_and_keeps_its_draft(context: BrowserContext, own_host: Host) -> None:
    page = visit(context, own_host.address + PATH)
    other = context.new_page()
    other.goto(own_host.address + PATH)
    Checker(other).wait_ready().write(DRAFT)
    change(own_host, "A newer checker")
    page.bring_to_front()
    page.reload()
    page.get_by_role("button", name="Load it now").click(timeout=INSTALL)
    expect(page.locator("h1")).to_have_text("A newer checker", timeout=START)
    # The other tab goes on as it is, or has reloaded because nobody looked at it: its words are there in any case.
    other.bring_to_front()
    take(other)
    Checker(other).wait_ready().expect_text(DRAFT)


def test_a_version_that_cannot_be_had_whole_is_not_taken(context: BrowserContext, own_host: Host) -> None:
    page = visit(context, own_host.address + PATH)
    change(own_host, "A newer checker")
    assert own_host.folder is not None
    changed = own_host.folder / PATH / "index.html"
    changed.write_text(changed.read_text() + "<!-- half way between two versions -->")
    page.reload()
    until(page, TAKEN_BACK, INSTALL)
    assert page.get_by_text("A new version").count() == 0
    page.reload()
    assert page.locator("h1").inner_text() != "A newer checker"
    Checker(page).wait_ready().write(DRAFT).expect_verdict("stop")


REFUSED = """if (navigator.serviceWorker) navigator.serviceWorker.register = async () => {
    globalThis.wasAsked = true;
    throw new DOMException("no", "SecurityError");
}"""
FULL = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n"
WATCHED = """if (navigator.serviceWorker) {
    const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
    navigator.serviceWorker.register = async (...given) => {
        const registration = await register(...given);
        const { installing } = registration; // none, where it was given up before we could look
        if (!installing) globalThis.wasAsked = !registration.waiting && !registration.active;
        else installing.onstatechange = ({ target }) => globalThis.wasAsked = target.state === "redundant";
        return registration;
    };
}"""


@pytest.mark.parametrize("refusal", ["register", "storage"])
def test_where_the_browser_refuses_everything_works_with_a_network(
    context: BrowserContext, own_host: Host, refusal: str
) -> None:
    context.add_init_script(REFUSED if refusal == "register" else WATCHED)
    if refusal == "storage":
        assert own_host.folder is not None
        worker = own_host.folder / "sw.js"
        worker.write_text(FULL + worker.read_text())
    page = context.new_page()
    page.goto(own_host.address + PATH)
    Checker(page).wait_ready().write(DRAFT).expect_verdict("stop")
    until(page, "globalThis.wasAsked === true", INSTALL)
    assert not page.evaluate(ACTIVE)
    page.reload()
    Checker(page).wait_ready().expect_verdict("stop")


def test_a_site_that_is_being_worked_on_lets_an_old_worker_go(context: BrowserContext, own_host: Host) -> None:
    page = visit(context, own_host.address)
    assert own_host.folder is not None
    # What `make serve` differs in: its pages say so, and its worker takes leave.
    for file in own_host.folder.rglob("*.html"):
        file.write_text(file.read_text().replace('"dev": false', '"dev": true'))
    bundled("sw_gone.ts", own_host.folder / "sw.js")
    page.reload(wait_until="commit")
    # The leaving worker loads the page anew, whenever it comes to it: only questions may stand here, no journey of our own.
    until(page, "document.getElementById('mcg-config')?.textContent.includes('\"dev\": true')")
    until(page, "async () => !(await navigator.serviceWorker.getRegistration())")
    until(page, "navigator.serviceWorker.controller === null")
    until(page, "async () => (await caches.keys()).every((name) => !name.includes('precache'))")


def bundled(name: str, out: Path) -> None:
    """A script of the front end as the build bundles it."""
    command = [ROOT / "node_modules" / ".bin" / "esbuild", ROOT / "overrides" / "guide" / name]
    subprocess.run([*command, "--bundle", "--format=iife", f"--outfile={out}", "--log-level=error"], check=True)


def test_a_worker_whose_files_were_thrown_away_steps_aside_for_a_newer_site(
    context: BrowserContext, own_host: Host
) -> None:
    page = visit(context, own_host.address)
    change(own_host, "A newer checker")
    page.evaluate("async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)))")
    page.goto(own_host.address + PATH)
    expect(page.locator("h1")).to_have_text("A newer checker")
    Checker(page).wait_ready().write(DRAFT).expect_verdict("stop")


def test_the_site_can_be_put_on_a_home_screen(context: BrowserContext, own_host: Host) -> None:
    page = context.new_page()
    page.goto(own_host.address)
    session = context.new_cdp_session(page)
    app = session.send("Page.getAppManifest")
    assert app["errors"] == []
    assert app["url"] == f"{own_host.address}manifest.webmanifest"
    told = json.loads(app["data"])
    assert told["display"] == "standalone"
    assert told["theme_color"] == page.locator("meta[name=theme-color]").first.get_attribute("content")
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    for icon in [*told["icons"], {"src": "assets/images/icon-180.png", "sizes": "180x180"}]:
        answer = page.request.get(own_host.address + icon["src"])
        assert answer.headers["content-type"] == "image/png"
        width, height = struct.unpack(">II", answer.body()[16:24])
        assert f"{width}x{height}" == icon["sizes"]
    page.close()
    page = visit(context, own_host.address)
    session = context.new_cdp_session(page)

    def in_the_way() -> list[str]:
        return [one["errorId"] for one in session.send("Page.getInstallabilityErrors")["installabilityErrors"]]

    # A fresh profile of the tests counts as a private window: nothing else stands in the way.
    eventually(page, in_the_way, ["in-incognito"])
