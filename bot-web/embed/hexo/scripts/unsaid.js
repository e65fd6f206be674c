// A quiet talk in the corner of every page, and in a text by {% unsaid naming-fears "A quiet talk" %}.
// In _config.yml, below "unsaid:": "server", "flow" (without it nothing is in the corner) and, if you like, "theme".

const { server, flow, theme } = hexo.config.unsaid || {};

const escaped = text => String(text).replace(/[&<>"]/g, one => `&#${one.charCodeAt(0)};`);
const attributes = all => Object.entries(all)
  .filter(([, value]) => value)
  .map(([name, value]) => ` ${name}="${escaped(value)}"`)
  .join("");

if (server) {
  const script = { src: `${server}/unsaid.js`, "data-flow": flow, "data-theme": theme };
  hexo.extend.injector.register("body_end", `<script async${attributes(script)}></script>`);
}

hexo.extend.tag.register("unsaid", ([name, label = "A quiet talk"]) => server
  ? `<div${attributes({ "data-unsaid": name, "data-theme": theme })}><a${attributes({ href: `${server}/chat/${name}` })}>${escaped(label)}</a></div>`
  : "");
