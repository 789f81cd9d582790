// Builds the staff app for /desk/. The server fills the nonce in and sends the compressed twins; in
// development the API comes from a server that is already running.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";

const server = process.env.STUDYDESK_DEV_SERVER ?? "http://127.0.0.1:3000";
export default defineConfig({
  base: "/desk/",
  html: { cspNonce: "__NONCE__" },
  plugins: [react(), compression({ include: /\.(?:js|css|svg|wasm)$/, threshold: 0 })],
  build: {
    // Inlined files would need data: in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Changes rarely: stays in the browser's cache while our own code moves on.
            { name: "framework", test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
            {
              name: "data",
              test: /node_modules[\\/]@(?:trpc|tanstack)[\\/](?!.*(?:table|virtual))/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    // To the server a request from Vite's own address is its own, so signing in works here, too.
    proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } },
  },
});
