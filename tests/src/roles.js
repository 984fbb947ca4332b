// Finds what has an ARIA role: [[element, accessible name, expanded], ...] in document order. Arguments: where to look
// (null: the page), the role, a name or null, whether it is only the name's beginning. Roles that HTML elements have by
// themselves are listed as far as the tests need them; names are those of the library `dom-accessibility-api`.
const implicit = {
  button: 'button, input:is([type=button], [type=submit], [type=reset])',
  checkbox: 'input[type=checkbox]',
  columnheader: 'th[scope=col], thead th:not([scope])',
  combobox: 'select:not([multiple], [size])',
  complementary: 'aside',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  navigation: 'nav',
  paragraph: 'p',
  rowheader: 'th[scope=row], th[scope=rowgroup]',
  searchbox: 'input[type=search]',
  // Of no role of their own in ARIA.
  date: 'input[type=date]',
  summary: 'summary',
};
const [root, role, name, beginning] = arguments;
if (!window.accessibleName) return 'no library';
const own = implicit[role] ? `:is(${implicit[role]}):not([role])` : ':not(*)';
const exposed = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[aria-hidden=true], [inert]');
// A drawn mark is named by its title, which the library joins with the text of the mark.
const title = e => e.ownerSVGElement && !e.ariaLabel && [...e.children].find(child => child.localName === 'title');
const named = e => title(e)?.textContent.trim() ?? window.accessibleName(e);
const expanded = e => e.ariaExpanded ?? (e.matches('summary') ? String(e.parentElement.open) : null);
return [...(root ?? document).querySelectorAll(`${own}, [role=${role}]`)]
  .filter(exposed)
  .map(e => [e, named(e), expanded(e)])
  .filter(([, found]) => name === null || (beginning ? found.startsWith(name) : found === name));
