"""``guide-engine walk``: the next question or the outcome, exit codes as documented."""

from __future__ import annotations

import json

import pytest

from guide_engine.by_name import walk
from guide_engine.cli import main


def test_an_open_question_shows_its_answers_as_they_are_given(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["walk", "may-i-send"]) == 1
    out, err = capsysbinary.readouterr()
    assert "--answer who-writes=answer   Yes, I answer" in out.decode()
    assert "Why we ask:" in out.decode()
    assert err == b""


def test_an_outcome_shows_verdict_steps_both_sides_and_sources(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["walk", "may-i-send", "--answer", "purpose=shipping", "--answer", "who-writes=first"]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert "Amazon sends it already [review]" in out
    assert "Sources disagree:" in out
    assert "Template: shipping-update" in out
    assert "A7 Amazon: Advice against order and shipping notices" in out
    assert "(read 2026-11) https://sellercentral.amazon.com/" in out


def test_an_answer_of_no_use_is_named_and_the_walk_goes_on(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["walk", "may-i-send", "--answer", "who-writes=first", "--answer", "colour=red"]) == 1
    out, err = capsysbinary.readouterr()
    assert "Why do you want to write?" in out.decode()
    assert err.decode() == "guide-engine: colour=red was left out: it is no answer on this way.\n"


def test_json_prints_the_state(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    answers = {"who": "buyer", "buyer-device": "phone", "buyer-phone": "read-all"}
    options = [f"--answer={name}={value}" for name, value in answers.items()]
    assert main(["walk", "where-are-my-messages", *options, "--format", "json"]) == 0
    shown = json.loads(capsysbinary.readouterr().out)
    assert shown == walk("where-are-my-messages", answers).to_json()
    assert shown["at"]["outcome"]["name"] == "buyer-phone-all"


def test_help_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["walk", "--help"])
    assert ended.value.code == 0
    assert "Exit codes: 0 an outcome is reached, 1 a question is open, 2" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["no-such"], "There is no walkthrough called 'no-such'"),
        (["may-i-send", "--answer", "who-writes"], "Write --answer as name=value"),
        (["may-i-send", "--answer", "a=b", "--answer", "a=c"], "--answer a is given twice."),
    ],
    ids=["walkthrough", "no sign", "twice"],
)
def test_an_option_that_cannot_be_used_ends_with_2(
    options: list[str], why: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["walk", *options]) == 2
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert why in err.decode()
