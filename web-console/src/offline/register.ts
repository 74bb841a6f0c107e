const WORKER = '/console/worker.js';
const QUIET = 1_500;

/** From now on this page opens without a network. While developing there is no worker: vite serves files by other names. */
export async function keepPage() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return;
  }
  await navigator.serviceWorker.register(WORKER, { scope: '/console/' });
  const { active } = await navigator.serviceWorker.ready;
  // Parts that the page loads a moment later belong to it too.
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  active?.postMessage([...new Set(performance.getEntriesByType('resource').map(({ name }) => name))]);
}
