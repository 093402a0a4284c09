declare module '*?plugin' {
  const code: string
  // oxlint-disable-next-line import/no-default-export -- as Vite's own queries, ?raw and ?url
  export default code
}
