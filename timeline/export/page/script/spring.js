// Where the points of a graph stand: every pair wants to be as far apart as there are steps between them (stress
// majorisation, as in `drawing/network.py`). It starts from a circle: the same graph gives the same picture.

const ROUNDS = 90;
const APART = 1; // steps between parts that are not joined at all, beyond half the width of either

function stepsOf(count, joints) {
  const beside = Array.from({ length: count }, () => []);
  for (const [one, other] of joints) {
    beside[one].push(other);
    beside[other].push(one);
  }
  const steps = new Float64Array(count * count).fill(-1);
  const reached = new Int32Array(count);
  for (let start = 0; start < count; start += 1) {
    const queue = [start];
    steps[start * count + start] = 0;
    for (let at = 0; at < queue.length; at += 1) {
      const here = steps[start * count + queue[at]];
      for (const there of beside[queue[at]]) {
        if (steps[start * count + there] >= 0) continue;
        steps[start * count + there] = here + 1;
        queue.push(there);
      }
    }
    reached[start] = queue.length;
  }
  for (let at = 0; at < steps.length; at += 1) {
    if (steps[at] < 0) steps[at] = APART + (Math.sqrt(reached[Math.floor(at / count)]) + Math.sqrt(reached[at % count])) / 2;
  }
  return steps;
}

// Two columns, about the middle of the picture.
export function spots(count, joints) {
  const steps = stepsOf(count, joints);
  const [xs, ys] = [new Float64Array(count), new Float64Array(count)];
  for (let at = 0; at < count; at += 1) {
    xs[at] = (count * Math.cos((2 * Math.PI * at) / count)) / 6;
    ys[at] = (count * Math.sin((2 * Math.PI * at) / count)) / 6;
  }
  for (let round = 0; round < ROUNDS; round += 1) for (let at = 0; at < count; at += 1) pull(at, count, steps, xs, ys);
  return [xs, ys];
}

// To where the others, each by its distance, would have it stand.
function pull(at, count, steps, xs, ys) {
  let [x, y, weights] = [0, 0, 0];
  for (let other = 0; other < count; other += 1) {
    if (other === at) continue;
    const wanted = steps[at * count + other];
    const [byX, byY] = [xs[at] - xs[other], ys[at] - ys[other]];
    const ratio = wanted / (Math.hypot(byX, byY) || 1e-9);
    const weight = 1 / (wanted * wanted);
    x += weight * (xs[other] + byX * ratio);
    y += weight * (ys[other] + byY * ratio);
    weights += weight;
  }
  if (!weights) return;
  xs[at] = x / weights;
  ys[at] = y / weights;
}
