// Vite takes stylesheets as modules.
declare module '*.css'
