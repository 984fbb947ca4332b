// Records errors of the page, for engines whose driver does not provide the console.
if (window.pageErrors) return;
const pageErrors = window.pageErrors = [];
for (const kind of ['error', 'warn']) {
  const say = console[kind];
  console[kind] = (...words) => { pageErrors.push(`console.${kind}: ${words.join(' ')}`); say.apply(console, words); };
}
addEventListener('error', event => pageErrors.push(event.message ?? `not loaded: ${event.target.src ?? event.target.href}`), true);
addEventListener('unhandledrejection', event => pageErrors.push(`unhandled: ${event.reason}`));
addEventListener('securitypolicyviolation', event => pageErrors.push(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`));
