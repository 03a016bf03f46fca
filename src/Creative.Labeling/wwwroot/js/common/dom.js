// Elements from data. Text is always text: nothing here reads markup.

/** An element with attributes and children; `class`, `data-…` and `aria-…` as written, functions as listeners. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(key, value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Says sentences in the page's language: texts by key, "{name}" stands for a value. */
export function speaker(texts) {
  return (key, values = {}) => {
    if (!(key in texts)) throw new Error(`There is no text '${key}'.`);
    return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), texts[key]);
  };
}

/** Data that the page brought along as JSON. */
export function pageData(id) {
  return JSON.parse(document.getElementById(id).textContent);
}
