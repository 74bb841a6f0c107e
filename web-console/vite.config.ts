import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { usedStyles } from './scripts/used-styles';

/** While developing: what intake says at /console/config.json of an installation on this machine. */
const installation: Plugin = {
  name: 'installation',
  configureServer(server) {
    const services = { intake: 'http://localhost:8081', dispatch: 'http://localhost:8082', inspection: 'http://localhost:8083' };
    const told = JSON.stringify({ services, login: { kind: 'LOCAL', address: 'http://localhost:8084' }, map: { tiles: null, attribution: null } });
    server.middlewares.use('/console/config.json', (_, answer) => void answer.setHeader('Content-Type', 'application/json').end(told));
  },
};

/** Built into a jar, from which intake-service serves it under /console/. */
export default defineConfig({
  base: '/console/',
  plugins: [react(), installation, usedStyles()],
  build: {
    outDir: 'target/classes/META-INF/resources/console',
    emptyOutDir: true,
    // A strict policy lets in no script or style that stands in the page itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { console: resolve(import.meta.dirname ?? '.', 'index.html'), resident: resolve(import.meta.dirname ?? '.', 'r.html') },
    },
  },
});
