// The way in for every npm script: `node scripts/run.mjs NAME …` runs scripts/NAME.ts, on a bare machine too.
// Old versions of Node must be able to read this file to the end: nothing modern here.
var version = process.versions.node.split(".").map(Number);

if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error("Quarterdeck needs Node 20.19 or newer, this is " + process.version + ".");
  process.exitCode = 1;
} else {
  import("./support/begin.mjs").then(function (support) {
    return support.begin(process.argv[2], process.argv.slice(3));
  });
}
