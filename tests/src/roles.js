// Finds elements by ARIA role: [[element, accessible name, expanded], ...] in document order.
// Arguments: the root (null: the document), the role, a name or null, whether the name is a prefix.
// Implicit roles of HTML elements are listed as far as the tests need them; names are computed by
// the library `dom-accessibility-api`.
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
  textbox: 'input[type=text], textarea',
  // Without an ARIA role of their own.
  date: 'input[type=date]',
  summary: 'summary',
};
const [root, role, name, beginning] = arguments;
if (!window.accessibleName) return 'no library';
const own = implicit[role] ? `:is(${implicit[role]}):not([role])` : ':not(*)';
const exposed = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[aria-hidden=true], [inert]');
// An SVG group is named by its title, which the library would join with its text.
const title = e => e.ownerSVGElement && !e.ariaLabel && [...e.children].find(child => child.localName === 'title');
const named = e => title(e)?.textContent.trim() ?? window.accessibleName(e);
const expanded = e => e.ariaExpanded ?? (e.matches('summary') ? String(e.parentElement.open) : null);
return [...(root ?? document).querySelectorAll(`${own}, [role=${role}]`)]
  .filter(exposed)
  .map(e => [e, named(e), expanded(e)])
  .filter(([, found]) => name === null || (beginning ? found.startsWith(name) : found === name));
