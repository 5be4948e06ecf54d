/** The reply clock's own counting: wall times and instants, the nights when the clocks change, and time left in words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { asParams, isState, ownZone, receivedAt } from "../../overrides/guide/clock_form";
import { left, leftSentence } from "../../overrides/guide/deadlines";
import { daysBetween, inWords } from "../../overrides/guide/spans";
import { dayAt, isZone, movedBetween, offsetAt, offsetName, placeName, wallAt, whenIs, zonesByRegion } from "../../overrides/guide/zones";

const iso = (instants: number[]): string[] => instants.map((instant) => new Date(instant).toISOString().slice(0, 16));

for (const [zone, wall, kind, instants] of [
  ["Europe/Berlin", "2026-11-23T09:30", "once", ["2026-11-23T08:30"]],
  ["Europe/Berlin", "2026-07-01T09:30", "once", ["2026-07-01T07:30"]],
  // Berlin goes back at 03:00 on 25 October 2026, forward at 02:00 on 28 March 2027.
  ["Europe/Berlin", "2026-10-25T01:59", "once", ["2026-10-24T23:59"]],
  ["Europe/Berlin", "2026-10-25T02:00", "twice", ["2026-10-25T00:00", "2026-10-25T01:00"]],
  ["Europe/Berlin", "2026-10-25T02:59", "twice", ["2026-10-25T00:59", "2026-10-25T01:59"]],
  ["Europe/Berlin", "2026-10-25T03:00", "once", ["2026-10-25T02:00"]],
  ["Europe/Berlin", "2027-03-28T01:59", "once", ["2027-03-28T00:59"]],
  ["Europe/Berlin", "2027-03-28T02:30", "never", ["2027-03-28T01:30"]],
  ["Europe/Berlin", "2027-03-28T03:00", "once", ["2027-03-28T01:00"]],
  // New York goes back at 02:00 on 1 November 2026, forward at 02:00 on 14 March 2027.
  ["America/New_York", "2026-11-01T00:59", "once", ["2026-11-01T04:59"]],
  ["America/New_York", "2026-11-01T01:30", "twice", ["2026-11-01T05:30", "2026-11-01T06:30"]],
  ["America/New_York", "2026-11-01T02:00", "once", ["2026-11-01T07:00"]],
  ["America/New_York", "2027-03-14T02:30", "never", ["2027-03-14T07:30"]],
  ["America/New_York", "2027-03-14T03:30", "once", ["2027-03-14T07:30"]],
  // Half an hour, on the other side of the year.
  ["Australia/Lord_Howe", "2027-04-04T01:45", "twice", ["2027-04-03T14:45", "2027-04-03T15:15"]],
  ["Australia/Lord_Howe", "2026-10-04T02:10", "never", ["2026-10-03T15:40"]],
  ["Asia/Kolkata", "2026-11-23T09:30", "once", ["2026-11-23T04:00"]],
  ["Pacific/Kiritimati", "2026-11-23T09:30", "once", ["2026-11-22T19:30"]],
  ["Pacific/Pago_Pago", "2026-11-23T09:30", "once", ["2026-11-23T20:30"]],
  ["UTC", "2026-11-23T09:30", "once", ["2026-11-23T09:30"]],
] as const) {
  test(`${wall} in ${zone} is there ${kind}`, () => {
    const when = whenIs(zone, wall);
    assert.deepEqual([when?.kind, iso(when!.instants)], [kind, instants]);
  });
}

test("an hour that was left out is counted on from before the jump", () => {
  assert.equal(wallAt("Europe/Berlin", whenIs("Europe/Berlin", "2027-03-28T02:30")!.instants[0]!), "2027-03-28T03:30");
  assert.equal(wallAt("America/New_York", whenIs("America/New_York", "2027-03-14T02:15")!.instants[0]!), "2027-03-14T03:15");
});

test("every hour of two years comes back as the wall time that it was", () => {
  for (const zone of ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca"]) {
    for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2028, 0, 1); instant += 3_600_000) {
      const wall = wallAt(zone, instant);
      assert.ok(whenIs(zone, wall)!.instants.includes(instant), `${zone} ${wall}`);
    }
  }
});

for (const wall of ["", "yesterday", "2026-02-30T10:00", "2026-13-01T10:00", "2026-11-23", "2026-11-23T24:10"]) {
  test(`${JSON.stringify(wall)} is no date and time`, () => {
    assert.equal(whenIs("Europe/Berlin", wall), null);
  });
}

test("24 hours over a change of the clocks end an hour earlier or later by the clock", () => {
  const from = whenIs("Europe/Berlin", "2026-10-24T20:00")!.instants[0]!;
  const due = from + 24 * 3_600_000;
  assert.equal(wallAt("Europe/Berlin", due), "2026-10-25T19:00");
  assert.equal(movedBetween("Europe/Berlin", from, due), -3_600_000);
  assert.equal(movedBetween("Asia/Tokyo", from, due), 0);
});

test("zones are named by their place and their distance from UTC", () => {
  assert.equal(placeName("America/Argentina/Buenos_Aires"), "Buenos Aires, Argentina");
  assert.equal(placeName("UTC"), "UTC");
  assert.equal(offsetName("Asia/Kolkata", 0), "UTC+5:30");
  assert.equal(offsetName("America/New_York", Date.UTC(2026, 6, 1)), "UTC−4");
  assert.equal(offsetName("UTC", 0), "UTC");
  assert.equal(offsetAt("Europe/Berlin", Date.UTC(2026, 6, 1)), 7_200_000);
});

test("every zone of the browser is offered, the reader's own whatever happens", () => {
  const regions = zonesByRegion("Asia/Calcutta");
  assert.ok(regions.get("Europe")!.includes("Europe/Berlin"));
  assert.ok(regions.get("Asia")!.includes("Asia/Calcutta"));
  assert.ok(regions.get("Other")!.includes("UTC"));
  assert.ok([...regions.values()].flat().every(isZone));
  assert.equal(isZone("Europe/Atlantis"), false);
  assert.equal(isZone(""), false);
});

for (const [milliseconds, words] of [
  [0, "less than a minute"],
  [59_999, "less than a minute"],
  [60_000, "1 minute"],
  [12_000_000, "3 hours 20 minutes"],
  [3_600_000, "1 hour"],
  [86_400_000 + 3_660_000, "1 day 1 hour"],
  [172_800_000, "2 days"],
] as const) {
  test(`${milliseconds} ms are ${words}`, () => {
    assert.equal(inWords(milliseconds), words);
  });
}

const NOW = Date.parse("2026-11-23T12:00:00Z");
for (const [ends, standing, said] of [
  ["2026-11-23T15:20Z", "soon", "in 3 hours 20 minutes"],
  ["2026-11-24T12:00Z", "open", "in 1 day"],
  ["2026-11-23T11:59Z", "over", "1 minute ago"],
  ["2026-11-23T12:00Z", "over", "just now"],
  ["2026-11-30", "open", "in 7 days"],
  ["2026-11-23", "soon", "today is the last day"],
  ["2026-11-22", "over", "1 day ago"],
] as const) {
  test(`what ends ${ends} is ${said}`, () => {
    assert.deepEqual(left({ opens: null, ends }, "Europe/Berlin", NOW), { standing, said });
  });
}

test("a window that is not open yet says when it opens, by the day of the chosen zone", () => {
  const window = { opens: "2026-11-24", ends: "2026-12-24" };
  assert.deepEqual(left(window, "Europe/Berlin", NOW), { standing: "waiting", said: "opens in 1 day" });
  // In Kiritimati it is the 24th already.
  assert.equal(dayAt("Pacific/Kiritimati", NOW), "2026-11-24");
  assert.equal(left(window, "Pacific/Kiritimati", NOW).standing, "open");
  assert.equal(daysBetween("2026-10-24", "2026-10-26"), 2);
});

test("what is over ended, or began", () => {
  assert.equal(leftSentence({ standing: "over", said: "2 hours ago" }, false), "This ended 2 hours ago.");
  assert.equal(leftSentence({ standing: "over", said: "2 hours ago" }, true), "It began 2 hours ago.");
  assert.equal(leftSentence({ standing: "open", said: "in 2 hours" }, true), "In 2 hours");
});

const STATE = { received: "2026-10-25T02:30", zone: "Europe/Berlin", which: 0, completed_on: "", earliest_delivery: "2026-10-20", latest_delivery: "" } as const;

test("the engine is asked for an instant and for the days that are given", () => {
  assert.deepEqual(asParams(STATE), { received: "2026-10-25T00:30:00.000Z", earliest_delivery: "2026-10-20" });
  assert.deepEqual(asParams({ ...STATE, which: 1, earliest_delivery: "" }), { received: "2026-10-25T01:30:00.000Z" });
  assert.deepEqual(asParams({ ...STATE, received: "", earliest_delivery: "" }), {});
  // The second of two hours, and then another night: there is no second one any more.
  assert.equal(receivedAt({ ...STATE, which: 1, received: "2026-10-26T02:30" }), Date.parse("2026-10-26T01:30Z"));
});

test("only what the form kept is taken back from the tab's storage", () => {
  assert.ok(isState({ ...STATE }));
  for (const wrong of [null, "x", {}, { ...STATE, zone: "Europe/Atlantis" }, { ...STATE, which: 2 }, { ...STATE, received: 5 }]) assert.equal(isState(wrong), false);
  assert.ok(isZone(ownZone()));
});
