// Runs in the page before the app, for the benchmark of gestures.

const bench = (() => {
  const Native = MutationObserver;
  const observers = [];
  let hidden = false; // whether changes are hidden from the app's observers
  window.MutationObserver = class {
    constructor(callback) {
      this.native = new Native((records) => { if (!hidden) callback(records, this); });
      observers.push(this.native);
    }
    observe(...args) { this.native.observe(...args); }
    disconnect() { this.native.disconnect(); }
    takeRecords() { return this.native.takeRecords(); }
  };

  let interaction = null;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.interactionId) interaction = Math.max(interaction ?? 0, entry.duration);
    }
  }).observe({ type: "event", durationThreshold: 16 });

  let records = [];
  const recorder = new Native((some) => records.push(...some));
  let steps = [];

  // Values that attributes and texts had before and after all records.
  function ends() {
    const first = new Map();
    for (const { type, target, attributeName, oldValue } of records) {
      if (type === "childList") continue;
      const names = first.get(target) ?? first.set(target, new Map()).get(target);
      const key = type === "attributes" ? attributeName : "";
      if (!names.has(key)) names.set(key, oldValue);
    }
    const list = [];
    for (const [node, names] of first) {
      for (const [name, before] of names) {
        const after = name ? node.getAttribute(name) : node.data;
        if (before !== after) list.push({ node, name, before, after });
      }
    }
    return list;
  }

  function write({ node, name }, value) {
    if (!name) node.data = value;
    else if (value === null) node.removeAttribute(name);
    else node.setAttribute(name, value);
  }

  function put(parent, nodes, next) {
    nodes.forEach((node) => parent.insertBefore(node, next?.parentNode === parent ? next : null));
  }

  function quietly(work) {
    hidden = true;
    work();
    observers.forEach((observer) => observer.takeRecords());
    hidden = false;
  }

  let values = [];
  const redo = () => quietly(() => {
    for (const { target, added, removed, next } of steps) {
      removed.forEach((node) => node.remove());
      put(target, added, next);
    }
    values.forEach((change) => write(change, change.after));
  });

  return {
    record() {
      records = [];
      const options = { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true, characterDataOldValue: true };
      recorder.observe(document, options);
    },
    // Takes back what was recorded; the next press makes it again.
    undo() {
      records.push(...recorder.takeRecords());
      recorder.disconnect();
      values = ends();
      steps = records.filter(({ type }) => type === "childList").map((record) => ({
        target: record.target, added: [...record.addedNodes], removed: [...record.removedNodes], next: record.nextSibling,
      }));
      quietly(() => {
        values.forEach((change) => write(change, change.before));
        for (const { target, added, removed, next } of [...steps].reverse()) {
          added.forEach((node) => node.remove());
          put(target, removed, next);
        }
      });
      addEventListener("click", redo, { capture: true, once: true });
    },
    finish() {
      removeEventListener("click", redo, { capture: true });
    },
    takeInteraction() {
      const taken = interaction;
      interaction = null;
      return taken;
    },
  };
})();
