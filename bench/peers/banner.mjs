// What all peers draw, from the same boxes.

// Where a line box must start so that its baseline lies where ours does: half the leading plus the ascent of the
// face, both from the font's own hhea table (Noto Sans SC: 1.160 up, 0.288 down, in em).
const ascent = 1.16;
const descent = 0.288;

/** Top of a line box of the given height whose baseline lies at y. */
export const lineTop = (y, size, lineHeight) => y - (lineHeight + (ascent - descent) * size) / 2;

export const gradient = ({ angle, from, to }) => `linear-gradient(${angle}deg, ${from}, ${to})`;

export const dataUri = (mime, bytes) => `data:${mime};base64,${bytes.toString('base64')}`;
