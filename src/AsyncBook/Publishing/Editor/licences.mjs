// Writes LICENSE-CodeMirror anew: each package that is in editor.js, by esbuild's own account, with its version, its licence and whose it is.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const { inputs } = JSON.parse(readFileSync("meta.json", "utf8"));
const names = [...new Set(Object.keys(inputs).map(file => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean))].sort();
const terms = text => text.slice(text.indexOf("Permission is hereby granted")).trim();
const packages = names.map(name => {
  const folder = `node_modules/${name}/`;
  const { version, license } = JSON.parse(readFileSync(folder + "package.json", "utf8"));
  const text = readFileSync(folder + readdirSync(folder).find(file => /^licen[cs]e/i.test(file)), "utf8");
  const owner = text.split("\n").find(line => line.startsWith("Copyright"))?.trim();
  if (license !== "MIT" || !owner) throw new Error(`${name} ${version} is under ${license}, ${owner}: see to its licence by hand`);
  return { name, version, license, owner, terms: terms(text) };
});
const plain = text => text.replace(/\s+/g, " ");
for (const one of packages) {
  if (plain(one.terms) !== plain(packages[0].terms)) throw new Error(`${one.name} has other words in its licence than ${packages[0].name}`);
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const others = Object.entries(lock).filter(([path]) => path !== "").map(([path, one]) => ({ name: path.replace("node_modules/", ""), ...one }))
  .filter(one => !one.name.includes("esbuild") && !names.includes(one.name));

const list = packages.map(one => `${one.name} ${one.version} (${one.license})\n  ${one.owner}\n`).join("");
const beside = others.map(one => `${one.name} ${one.version} (${one.license})\n`).join("");
writeFileSync("LICENSE-CodeMirror", `editor.js is made of these packages (licences.mjs writes this list, build.sh runs it):\n\n${list}
They bring these along, of which nothing is in it:\n\n${beside}\nThe MIT License, under which they all are:\n\n${packages[0].terms}\n`);
