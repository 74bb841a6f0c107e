import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** What intake serves beside the pages, while they are developed; /r is an address of its own there. */
const INTAKE = process.env.BIHUAN_INTAKE ?? 'http://localhost:8081';
const proxy = { '/console/config.json': INTAKE, '/api': INTAKE, '/operations': INTAKE };
const residentAddress: Plugin = {
  name: 'resident-address',
  configureServer(server) {
    server.middlewares.use((request, _, next) => {
      request.url = request.url?.replace(/^\/r(\/follow)?(?=\?|$)/, '/console/r.html');
      next();
    });
  },
};

/** Built into a jar, from which intake-service serves it under /console/. */
export default defineConfig({
  base: '/console/',
  plugins: [react(), residentAddress],
  build: {
    outDir: 'target/classes/META-INF/resources/console',
    emptyOutDir: true,
    // The policy lets in no script that stands in the page itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        console: resolve(import.meta.dirname ?? '.', 'index.html'),
        resident: resolve(import.meta.dirname ?? '.', 'r.html'),
        worker: resolve(import.meta.dirname ?? '.', 'src/offline/worker.ts'),
      },
      // Browsers look for a worker where it was; of all other files the name says what is in them.
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy },
  preview: { proxy },
});
