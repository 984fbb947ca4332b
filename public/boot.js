// Starts the program, or explains why it cannot start. index.html names its two files in
// <link id="app-js"> and <link id="app-wasm"> (Trunk.toml). A separate file, because the content
// security policy allows no inline scripts.

const LANGUAGES = document.documentElement.lang === "ru" ? ["ru", "en"] : ["en", "ru"];
for (const text of document.querySelectorAll(`#boot-status [lang="${LANGUAGES[0]}"]`)) text.parentNode.prepend(text);

// The chunk of each view; src/routes/table.rs has all of them (compared in core/tests/boot.rs).
const CHUNKS = {
  instruments: "instruments",
  findings: "findings",
  states: "records", state: "records", about: "records", compare: "records", data: "records",
  agreements: "regions", groupings: "regions",
  deck: "deck", brief: "deck",
};

/** Says on the opening page where the link leads: heading and current link. */
function nameView() {
  const [, view, subject] = location.hash.match(/^#\/([a-z]+)(?:\?.*\bof=([A-Z]{3})\b)?/) ?? [];
  if (!view) return;
  for (const page of document.querySelectorAll(".opening")) {
    const link = [...page.querySelectorAll(".views a")].find(({ hash }) => hash.split("?")[0] === `#/${view}`);
    page.querySelector(".views [aria-current]")?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "page");
    const name = link ?? page.querySelector(`.tiles [data-do="open:state:${subject}"] span`);
    if (name) page.querySelector("h1").textContent = name.textContent;
  }
}
nameView();
// Another link before the program is there.
addEventListener("hashchange", () => {
  if (!document.querySelector(".opening")) return;
  // The landing page has its words in the page.
  if (!/^#\/[a-z]/.test(location.hash)) return location.reload();
  document.documentElement.dataset.elsewhere = "";
  for (const open of document.querySelectorAll(".opening .sentence.open")) open.replaceChildren();
  nameView();
});

/** Shows what a view says first, if the link asks for the view as it is at first. */
async function showFirstWords() {
  const words = await (await globalThis.firstWords).json();
  const link = location.hash.replace(/&(lang|look|data)=\w+/g, "").replace(/\?v=1$/, "");
  const [sentence, ...lines] = words[link][LANGUAGES[0]];
  const place = document.querySelector(`#opening-${LANGUAGES[0]} .sentence`);
  const list = element("ol", "");
  list.append(...lines.map((line) => element("li", line)));
  place.classList.add("open");
  place.replaceChildren(element("p", sentence, { className: "lead" }), list);
}

const HOST = {
  en: "Reload the page. If that does not help, tell the person who hosts it; if you host it, copy the whole folder again.",
  ru: "Перезагрузите страницу. Если не помогло, сообщите тому, кто её разместил; если разместили вы, скопируйте всю папку заново.",
};

const REASONS = {
  missing: {
    en: ["A file of the program could not be loaded.", HOST.en],
    ru: ["Не удалось загрузить файл программы.", HOST.ru],
  },
  wrong: {
    en: ["The server sends something else in place of the program file.", "Ask the host to serve files ending in .wasm unchanged, with the type application/wasm."],
    ru: ["Вместо файла программы сервер присылает что-то другое.", "Попросите администратора отдавать файлы .wasm без изменений, с типом application/wasm."],
  },
  policy: {
    en: ["A security policy forbids WebAssembly on this page.", "Ask the host to allow 'wasm-unsafe-eval' under script-src in the Content-Security-Policy; on a managed computer, ask its administrator to allow WebAssembly here."],
    ru: ["Политика безопасности запрещает WebAssembly на этой странице.", "Попросите администратора сайта разрешить 'wasm-unsafe-eval' для script-src в Content-Security-Policy; на служебном компьютере попросите его администратора разрешить здесь WebAssembly."],
  },
  browser: {
    en: ["This browser cannot run the program, or the program file is damaged.", "Use Chrome, Edge, Firefox or Safari of 2023 or later. If yours is newer, ask the host to copy the program's folder again."],
    ru: ["Этот браузер не может выполнить программу, или её файл повреждён.", "Откройте страницу в Chrome, Edge, Firefox или Safari 2023 года или новее. Если браузер новее, попросите заново скопировать папку программы."],
  },
  start: {
    en: ["The program stopped while starting.", "Reload the page. If it stops again, open it without what follows # in the address, and send the details below to its authors."],
    ru: ["Программа остановилась при запуске.", "Перезагрузите страницу. Если не помогло, откройте адрес без части после # и отправьте подробности ниже авторам."],
  },
};

let wasmDenied = false;
document.addEventListener("securitypolicyviolation", (event) => {
  wasmDenied ||= event.blockedURI === "wasm-eval";
});

/** An error with the key of its explanation in REASONS. */
class BootError extends Error {
  constructor(reason, cause) {
    super(String(cause?.message ?? cause));
    this.reason = reason;
  }
}

const fail = (reason) => (cause) => { throw new BootError(reason, cause); };

/** Rejects when the program stops before it has replaced the opening page. */
const stopped = new Promise((_, reject) => {
  addEventListener("error", (event) => {
    if (document.getElementById("boot-status")) reject(new BootError("start", event.error ?? event.message));
  });
});

/** Waits for the first paint, or half a second in a tab in the background. */
const painted = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 500);
});

/** Resolves to whether the style sheet of the frame has its last rule (scripts/css), as far as it can be read. */
async function hasWholeStyle() {
  const link = document.querySelector("link[href^='./app-']");
  // The app as one file has its style in the page.
  if (!link) return true;
  // WebKit runs this script before a slow sheet is there; of one that failed before, no event comes.
  if (!link.sheet) await new Promise((done) => {
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    setTimeout(done, 5000);
  });
  try {
    return [...link.sheet.cssRules].at(-1)?.selectorText === ".last-rule";
  } catch {
    // Of a page without an origin the rules are not readable.
    return origin === "null";
  }
}

async function start() {
  if (typeof WebAssembly !== "object") fail("browser")("WebAssembly is not available");
  if (!(await hasWholeStyle())) fail("missing")("the style sheet");
  const js = document.getElementById("app-js").href;
  const wasm = document.getElementById("app-wasm").href;
  if (globalThis.firstWords || !("elsewhere" in document.documentElement.dataset)) {
    await Promise.race([showFirstWords().catch(() => {}).then(painted), new Promise((done) => setTimeout(done, 1000))]);
  }
  // The same request as that of public/link.js, so that the file is downloaded once.
  const [program, response] = await Promise.all([
    // In the app as one file the program stands in the page.
    (globalThis.cisconfProgram?.() ?? import(js)).then(prefetched, fail("missing")),
    fetch(wasm, { credentials: "same-origin" }).catch(fail("missing")),
  ]);
  if (!response.ok) fail("missing")(`${wasm}: ${response.status} ${response.statusText}`);
  await program.default({ module_or_path: response }).catch(async (error) => fail(await whyNot(wasm, error))(error));
}

/** Fetches the chunks that the link needs while the program itself is still loading. */
function prefetched(program) {
  const [, view, tab] = location.hash.match(/^#\/([a-z]*)(?:\?.*\btab=(\w+))?/) ?? [];
  const needed = [["figures", "timeline"].includes(tab) ? "records" : CHUNKS[view]];
  if (LANGUAGES[0] === "ru") needed.push("russian");
  if (/[?&]open=/.test(location.hash)) needed.push("evidence");
  needed.filter(Boolean).forEach((chunk) => program.prefetch?.(chunk));
  return program;
}

/** Returns the key of the reason why the program could not be instantiated. */
async function whyNot(wasm, error) {
  if (wasmDenied || /Content.Security.Policy|\bCSP\b|unsafe-eval/i.test(error.message)) return "policy";
  const bytes = new Uint8Array(await (await fetch(wasm)).arrayBuffer());
  if (String.fromCharCode(...bytes.slice(0, 4)) !== "\0asm") return "wrong";
  return error instanceof WebAssembly.RuntimeError ? "start" : "browser";
}

function element(name, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}

function explain(error) {
  console.error(error);
  const status = document.getElementById("boot-status") ?? document.body.appendChild(element("div", "", { id: "boot-status" }));
  const reason = REASONS[error.reason] ?? REASONS.start;
  const paragraphs = LANGUAGES.flatMap((lang) =>
    [element("h1", reason[lang][0], { lang }), element("p", reason[lang][1], { lang })]);
  const details = element("details", "");
  details.append(element("summary", "Details · Подробности"), element("pre", `${error.message}\n${location.href}\n${navigator.userAgent}`));
  status.setAttribute("role", "alert");
  status.replaceChildren(...paragraphs, details);
}

// Offline use is optional: without service workers everything else still works. Files that the
// visit has not loaded are fetched when the page is idle.
async function keepForOffline() {
  const worker = navigator.serviceWorker;
  const page = document.documentElement.dataset;
  if (!worker || "embed" in page || "oneFile" in page || !location.protocol.startsWith("http")) return;
  // The menu Display shows what these attributes say (style/components/deck.css).
  worker.addEventListener("message", ({ data: { build, isAll } }) => {
    page.offline = isAll ? "ready" : "";
    if (!page.program.endsWith(build)) page.newer = "";
  });
  const keep = (kept) => (window.requestIdleCallback ?? setTimeout)(() => kept?.postMessage("keep"));
  // That of a new release has its own parts to keep; the first one is asked below.
  let isLater = worker.controller;
  worker.addEventListener("controllerchange", () => (isLater ? keep(worker.controller) : (isLater = true)));
  await worker.register("sw.js");
  keep((await worker.ready).active);
}

/** Explains what fetching the files again does not mend. */
const explainOrRenew = (error) => (["missing", "wrong", "browser"].includes(error.reason) && renewFiles()) || explain(error);

start().then(() => keepForOffline().catch(() => {}), explainOrRenew);
stopped.catch(explain);
