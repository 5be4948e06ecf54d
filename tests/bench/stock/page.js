// The bare page of the stock side: start a worker, check one message, show the verdict.
const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => {
  document.getElementById("verdict").dataset.verdict = data.ok ? data.result.verdict : JSON.stringify(data);
};
const text = new URLSearchParams(location.hash.slice(1)).get("text");
worker.postMessage({ v: 1, id: 1, method: "check", params: { text, kind: "reply" } });
