// Imported first by every command, so that an old Node hears why nothing happens instead of a syntax error.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Tegemoet needs Node.js 20.19 or newer; this is ${process.versions.node}. ` +
      "Install a newer one (https://nodejs.org) and try again.",
  );
  process.exit(1);
}
