import { type XmlNode, XmlNodeType } from "easy-template-x";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const SPECIAL = /[<>&'"]/;
const ENTITY: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  "'": "&apos;",
  '"': "&quot;",
};

/** Most texts of a document hold nothing to escape, and looking is cheaper than replacing. */
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[<>&'"]/g, (character) => ENTITY[character] ?? "") : text;

/** The tree as a file; comments, which nobody prints, are left out. */
export function serializeXml(root: XmlNode): string {
  return HEAD + written(root);
}

function written(node: XmlNode): string {
  if (node.nodeType === XmlNodeType.Text) return escaped(node.textContent ?? "");
  if (node.nodeType !== XmlNodeType.General) return "";
  let tag = `<${node.nodeName}`;
  const { attributes } = node;
  for (const name in attributes) tag += ` ${name}="${escaped(attributes[name] ?? "")}"`;
  const children = node.childNodes;
  if (!children || children.length === 0) return `${tag}/>`;
  tag += ">";
  for (const child of children) tag += written(child);
  return `${tag}</${node.nodeName}>`;
}
