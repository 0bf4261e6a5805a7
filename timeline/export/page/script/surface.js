// A canvas as sharp as the screen.

const SHARPEST = 2;

export const ratio = () => Math.min(window.devicePixelRatio || 1, SHARPEST);

// Empties a canvas and sizes it in pixels of the page; returns its context and how many of its own pixels make one.
export function prepared(canvas, width, height) {
  const sharp = ratio();
  const [wide, tall] = [Math.max(Math.round(width * sharp), 1), Math.max(Math.round(height * sharp), 1)];
  if (canvas.width !== wide || canvas.height !== tall) {
    canvas.width = wide;
    canvas.height = tall;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext("2d");
  context.setTransform(sharp, 0, 0, sharp, 0, 0);
  context.clearRect(0, 0, width, height);
  return [context, sharp];
}
