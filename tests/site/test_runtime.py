"""The browser's Python as published: complete, whole, small, named by content, and the same bytes each time."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from hooks import runtime
from machinery import runtime_cold
from machinery.runtime_archives import hashed_name
from machinery.runtime_parts import RuntimeBuildError
from machinery.runtime_trim import trimmed
from machinery.runtime_wasm import TrimError
from tests.conftest import ROOT, BuiltSite


@pytest.fixture
def folder(site: BuiltSite) -> Path:
    """Where the site keeps it."""
    return site.folder / "assets" / "python"


@pytest.fixture
def manifest(folder: Path) -> dict[str, Any]:
    """Its manifest."""
    read: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    return read


def test_every_file_is_there_whole_and_named_by_its_content(folder: Path, manifest: dict[str, Any]) -> None:
    for entry in manifest["files"].values():
        content = (folder / entry["name"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (entry["bytes"], entry["sha256"])
        assert entry["sha256"][:8] in entry["name"]
    published = {path.name for path in folder.iterdir() if path.suffix not in {".br", ".gz"}}
    assert published == {"manifest.json", *(e["name"] for e in manifest["files"].values())}


def test_the_lock_names_the_engine_and_what_it_needs_with_the_same_hashes(manifest: dict[str, Any]) -> None:
    packages = manifest["lock"]["packages"]
    assert set(packages) == {"guide-engine", "linkify-it-py", "phonenumberslite"}
    for name, package in packages.items():
        entry = manifest["files"][f"wheel:{name}"]
        assert (package["file_name"], package["sha256"]) == (entry["name"], entry["sha256"])
    assert set(packages["guide-engine"]["depends"]) == {"linkify-it-py", "phonenumberslite"}


def test_each_file_is_fetched_before_the_first_check_or_after_it(manifest: dict[str, Any]) -> None:
    assert {*manifest["first"], *manifest["plain"], *manifest["later"]} == set(manifest["files"])
    assert not {*manifest["first"], *manifest["plain"]} & set(manifest["later"])
    assert set(manifest["plain"]) - set(manifest["first"]) >= {"stdlib", "cold", "wheel:guide-engine"}
    assert "wheel:phonenumberslite" in manifest["later"], "few drafts hold a number"


def test_python_is_the_exact_version_of_package_json(manifest: dict[str, Any]) -> None:
    wanted = json.loads((ROOT / "package.json").read_text())["devDependencies"]["pyodide"]
    assert manifest["pyodide"] == wanted


def test_nothing_is_left_to_compile_in_the_browser(folder: Path, manifest: dict[str, Any]) -> None:
    archives = [
        entry["name"] for entry in manifest["files"].values() if ".whl" in entry["name"] or ".zip" in entry["name"]
    ]
    assert len(archives) == 4
    for name in archives:
        with zipfile.ZipFile(folder / name) as archive:
            sources = [member for member in archive.namelist() if member.endswith((".py", ".toml"))]
        assert sources == [], name


def test_each_file_has_its_compressed_twins_that_hold_the_same(folder: Path, manifest: dict[str, Any]) -> None:
    for entry in manifest["files"].values():
        file = folder / entry["name"]
        assert gzip.decompress(file.with_name(f"{file.name}.gz").read_bytes()) == file.read_bytes()
        assert file.with_name(f"{file.name}.br").stat().st_size < file.stat().st_size


def test_the_first_check_stays_within_its_bytes(folder: Path, manifest: dict[str, Any]) -> None:
    # Pyodide's own files alone are 5.46 MB that way, without any wheel.
    for way in ("first", "plain"):
        files = [folder / f"{manifest['files'][name]['name']}.br" for name in manifest[way]]
        assert sum(path.stat().st_size for path in files) < 4_000_000, way


def test_the_same_inputs_give_the_same_bytes_and_no_second_build(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    said: list[str] = []
    made = runtime.build(ROOT, first, said.append)
    assert runtime.build(ROOT, first, said.append) == made
    assert len([line for line in said if line.startswith("assembling")]) == 1
    assert runtime.build(ROOT, second, said.append) == made
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "guide_engine", tmp_path / "guide_engine")
    with pytest.raises(RuntimeBuildError, match=r"node_modules/pyodide is missing: run `make setup` first"):
        runtime.build(tmp_path, tmp_path / "out")


def test_a_file_is_named_by_its_content() -> None:
    assert hashed_name("a_b-1.0-cp314-none-any.whl", "0a1b2c3d") == "a_b-1.0-cp314-none-any.0a1b2c3d.whl.txt"
    assert hashed_name("pyodide.asm.wasm", "0a1b2c3d") == "pyodide.asm.0a1b2c3d.wasm"


#: Takes up 201 exports; asks for one by its JavaScript name, for one by Python's.
GLUE = (
    f"var _used,_other,{','.join(f'_e{n}' for n in range(199))};"
    "function start(){return _used()+Module.plain()}"
    + "".join(f'_{name}=Module["_{name}"]=wasmExports["{name}"];' for name in ("used", "other"))
    + 'Module["plain"]=wasmExports["plain"];'
    + 'function near(){}function far(){}Module["near"]=near;Module["far"]=far;API.far();'
    + "for(;;){if(replace||!existingEntry){}}functionsInTableMap=new WeakMap;updateTableMap(0,wasmTable.length);"
    + "var w=new Int32Array(new WebAssembly.Memory({shared:!0,initial:1,maximum:1}).buffer);"
)


def exporting(*names: str) -> bytes:
    """WebAssembly with one memory that is exported under these names."""
    entries = b"".join(bytes([len(name)]) + name.encode() + b"\2\0" for name in names)
    body = bytes([len(names)]) + entries
    return b"\0asm\1\0\0\0" + b"\5\3\1\0\1" + b"\7" + bytes([len(body)]) + body + b"\0\2\1n"


def test_exports_that_nobody_asks_for_are_taken_out() -> None:
    wasm, glue = trimmed(exporting("memory", "used", "other", "plain"), GLUE, "")
    assert wasm == exporting("memory", "used", "plain")
    assert '_used=Module["_used"]=wasmExports["used"];' in glue
    assert "_other" not in glue
    assert "_other" in trimmed(wasm, GLUE, "other")[1], "the loader's own wishes count"


def test_functions_are_put_out_only_where_somebody_asks_for_them() -> None:
    glue = trimmed(exporting("memory"), GLUE, "")[1]
    assert 'Module["far"]=far;' in glue
    assert 'Module["near"]' not in glue
    assert "function near(){}" in glue, "the JavaScript itself may call it"
    assert 'Module["near"]=near;' in trimmed(exporting("memory"), GLUE, "const { near } = module")[1]


def test_no_memory_is_made_that_threads_would_share() -> None:
    glue = trimmed(exporting("memory"), GLUE, "")[1]
    assert "shared" not in glue
    assert "var w=new Int32Array(new ArrayBuffer(4));" in glue


def test_the_table_of_functions_is_neither_filled_for_libraries_nor_read_out() -> None:
    glue = trimmed(exporting("memory"), GLUE, "")[1]
    assert "if(GOT[symName]&&(replace||!existingEntry)){" in glue
    assert "updateTableMap" not in glue


def with_data(*pieces: tuple[int, bytes]) -> bytes:
    """WebAssembly with these bytes at these addresses (below 64 and shorter than that)."""
    entries = b"".join(b"\0\x41" + bytes([at]) + b"\x0b" + bytes([len(data)]) + data for at, data in pieces)
    return exporting("memory") + b"\x0b" + bytes([len(entries) + 1, len(pieces)]) + entries


def test_what_stands_for_a_frozen_module_is_taken_out_and_named_with_its_address() -> None:
    code = b"c" + bytes(8) + b"!?"
    table = struct.pack("<4I", 20, 4, len(code), 0)
    wasm = with_data((4, code), (20, b"os\0"), (24, table), (60, b"c"))
    made, cold = runtime_cold.without_cold(wasm, b"of no known release")
    assert made == with_data((4, bytes(len(code))), (20, b"os\0"), (24, table), (60, b"c"))
    assert cold == struct.pack("<3I", 1, 4, len(code)) + code


def test_the_tables_of_this_release_are_known_and_lie_where_they_are_said_to(folder: Path, manifest: dict[str, Any]) -> None:
    """For another release: find each table in memory by the characters of its first and last rows."""
    original = (ROOT / "node_modules" / "pyodide" / "pyodide.asm.wasm").read_bytes()
    tables = runtime_cold.TABLES[hashlib.sha256(original).hexdigest()]
    image = runtime_cold.image(original)
    for (start, end), encoding in zip(tables, ("gb2312", "euc_jp", "gb2312"), strict=True):
        row = bytes([0xB0, 0xA1, 0xB0, 0xA2, 0xB0, 0xA3, 0xB0, 0xA4, 0xB0, 0xA5]).decode(encoding)
        assert start < image.find(row.encode("utf-16-le"), start) < end
    assert not any(image[start:end] in (folder / manifest["files"]["wasm"]["name"]).read_bytes() for start, end in tables)


@pytest.mark.parametrize(("wasm", "glue"), [(b"\0asx", GLUE), (exporting(), "var a;"), (exporting(), GLUE.replace("shared", "own")), (exporting(), GLUE.replace('Module["', 'own["')), (exporting(), GLUE.replace("existingEntry", "found"))])
def test_files_that_are_not_as_expected_stop_the_build(wasm: bytes, glue: str) -> None:
    with pytest.raises(TrimError):
        trimmed(wasm, glue, "")
