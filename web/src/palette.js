// Colours of what is drawn; those of the page itself are in explorer.css. Kinds differ in shape, lines in pattern and width as well.

const LIGHT = {
  page: "#fbfaf7", ink: "#1b2430", quiet: "#525d6b", halo: "#fbfaf7",
  groups: ["#2563a8", "#b0472b", "#1f7a5c", "#7b4ea3", "#8f6200", "#a83a6e", "#33707f", "#66741c", "#5560c0", "#8a5a44", "#00777a", "#7a4060"], none: "#59636f",
  lines: { met: "#0a5fb4", attended: "#00755e", visited: "#b5410c", role: "#7b8799", links: "#97701a", part_of: "#9aa4b2" },
};
const DARK = {
  page: "#12161d", ink: "#ecf0f6", quiet: "#a9b4c4", halo: "#12161d",
  groups: ["#7db4f0", "#f0977c", "#5fcfa5", "#c3a1ec", "#e2b44a", "#f08fb8", "#86c5d8", "#bccb62", "#a5adf5", "#d3a58c", "#4fd0d0", "#d79abb"], none: "#a5afbd",
  lines: { met: "#6cb4ff", attended: "#3fcfa9", visited: "#ff9a62", role: "#8a96a8", links: "#c9a03c", part_of: "#6d7889" },
};

export const DASHES = { met: [], attended: [7, 4], visited: [2, 3], role: [], links: [4, 2, 1, 2], part_of: [] };

/** The colours of a theme, "light" or "dark". */
export function palette(theme) {
  return theme === "dark" ? DARK : LIGHT;
}

/** The colour of a node's or disc's group. */
export function groupColour(colours, group) {
  return group < 0 ? colours.none : colours.groups[group % colours.groups.length];
}
