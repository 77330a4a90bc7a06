// Reads a feed from standard input with each reader, and writes what they say as one JSON object.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseFeed } from "feedsmith";

const require = createRequire(import.meta.url);
const partytime = require("podcast-partytime");

const xml = readFileSync(0, "utf8");
const said = {
  feedsmith: parseFeed(xml),
  partytime: partytime.parseFeed(xml, { allowMissingGuid: false }),
};
process.stdout.write(JSON.stringify(said));
