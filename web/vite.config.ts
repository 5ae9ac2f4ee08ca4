import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2023', manifest: true },
  server: {
    proxy: {
      '/api': server,
      '/oauth': server,
      '/hooks': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
