// Records errors of the page, for engines whose driver does not provide the console.
if (window.complaints) return;
const complaints = window.complaints = [];
for (const kind of ['error', 'warn']) {
  const say = console[kind];
  console[kind] = (...words) => { complaints.push(`console.${kind}: ${words.join(' ')}`); say.apply(console, words); };
}
addEventListener('error', event => complaints.push(event.message ?? `not loaded: ${event.target.src ?? event.target.href}`), true);
addEventListener('unhandledrejection', event => complaints.push(`unhandled: ${event.reason}`));
addEventListener('securitypolicyviolation', event => complaints.push(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`));
