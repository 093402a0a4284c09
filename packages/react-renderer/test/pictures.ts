/** A small picture of a format, and what it is. */
export interface Picture {
  readonly name: string
  readonly src: string
  readonly measure: { readonly width: number; readonly height: number; readonly passes: number }
}

/** One of each format that a plugin may bring, made by encoders in wide use. */
export const PICTURES: readonly Picture[] = [
  {
    name: 'png',
    src: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAYAAABe3VzdAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAUklEQVRYhe2UMQ0AURTC0IQc1Hx5yDoVF97Qgb1pANV5l6M1QAE0BjPvWRmJMZh518pRG4M5Ga0BCqAxmHnPykiMwcy7Vo7aGMzJaA1QAP2vwQ9ekZI575rITQAAAABJRU5ErkJggg==',
    measure: { width: 40, height: 30, passes: 1 },
  },
  {
    name: 'jpeg',
    src: 'data:image/jpeg;base64,/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAeACgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAIG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8Ai4CGpAAAAAAAAAAf/9k=',
    measure: { width: 40, height: 30, passes: 1 },
  },
  {
    name: 'a progressive jpeg',
    src: 'data:image/jpeg;base64,/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wgARCAAeACgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAWAQEBAQAAAAAAAAAAAAAAAAAAAgX/2gAMAwEAAhADEAAAAYsTqAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAEFAif/xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAEDAQE/AV//xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAECAQE/AV//xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAY/Aif/xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAE/ISf/2gAMAwEAAgADAAAAEAwwwww//8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAwEBPxBf/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAgEBPxBf/8QAFBABAAAAAAAAAAAAAAAAAAAAQP/aAAgBAQABPxAn/9k=',
    measure: { width: 40, height: 30, passes: 10 },
  },
  {
    name: 'webp',
    src: 'data:image/webp;base64,UklGRkQAAABXRUJQVlA4IDgAAAAwAwCdASooAB4APm02l0ikIyIhJWgAgA2JZwDO7A8KmggAAP72Eyoj//BBfxBfxBWORDt7oAAAAA==',
    measure: { width: 40, height: 30, passes: 1 },
  },
  {
    name: 'webp with transparency',
    src: 'data:image/webp;base64,UklGRmoAAABXRUJQVlA4WAoAAAAQAAAAJwAAHQAAQUxQSAoAAAABB1DAiAhERP8DVlA4IDoAAAAwAwCdASooAB4APm02l0ikIyIhJWgAgA2JZwDQkBBF2G4AAP7sJkQz//1aH//LQ//5aH7ekD4bWAAA',
    measure: { width: 40, height: 30, passes: 1 },
  },
  {
    name: 'webp without loss',
    src: 'data:image/webp;base64,UklGRh4AAABXRUJQVlA4TBEAAAAvJ0AHEAdQmSJXq4CBiOh/AAA=',
    measure: { width: 40, height: 30, passes: 1 },
  },
  {
    name: 'gif',
    src: 'data:image/gif;base64,R0lGODlhKAAeAIAAAExpccgyWiH5BAUAAAAALAAAAAAoAB4AAAIhjI+py+0Po5y02ouz3rz7D4biSJbmiabqyrbuC8fyTHMFADs=',
    measure: { width: 40, height: 30, passes: 1 },
  },
  {
    name: 'avif',
    src: 'data:image/avif;base64,AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAACMAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAACgAAAAeAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAArbWRhdBIACgk4FSfrSAhoNIAyFB2CYsTgABYAAKxDfGGp7HMG/2aA',
    measure: { width: 40, height: 30, passes: 1 },
  },
  {
    name: 'avif with transparency',
    src: 'data:image/avif;base64,AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAAXBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABlAABAAAAAAAAACMAAgAAAAABtwABAAAAAAAAABIAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABhdjAxAAAAABVpbmZlAgAAAAACAABhdjAxAAAAAA5waXRtAAAAAAABAAAAr2lwcnAAAACKaXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAACgAAAAeAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQAcAAAAAA5waXhpAAAAAAEIAAAAOGF1eEMAAAAAdXJuOm1wZWc6bXBlZ0I6Y2ljcDpzeXN0ZW1zOmF1eGlsaWFyeTphbHBoYQAAAAAdaXBtYQAAAAAAAAACAAEDgQIDAAIEhAIFhgAAABppcmVmAAAAAAAAAA5hdXhsAAIAAQABAAAAPW1kYXQSAAoJOBUn60gIaDSAMhQdgmLE4AAWAACsQ3xhsAMPKKfkBBIACgYYFSfrCoAyBhyAAAFAFA==',
    measure: { width: 40, height: 30, passes: 2 },
  },
  {
    name: 'an animated gif',
    src: 'data:image/gif;base64,R0lGODlhCAAIAIAAAExpcQAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQFCgAAACwAAAAACAAIAAACB4yPqcvtXQAAIfkEBQoAAAAsAAAAAAgACACATGlxWlpaAgeMj6nL7V0AACH5BAUKAAAALAAAAAAIAAgAgExpcbS0tAIHjI+py+1dAAA7',
    measure: { width: 8, height: 8, passes: 3 },
  },
  {
    name: 'an animated webp',
    src: 'data:image/webp;base64,UklGRrYAAABXRUJQVlA4WAoAAAACAAAABwAABwAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAcAAAcAAGQAAAJWUDhMDgAAAC8HwAEABxAR/Q9ERP8DQU5NRioAAAAAAAAAAAAHAAAHAABkAAAAVlA4TBEAAAAvB8ABAAdQrWpVq/+BiOh/AABBTk1GKgAAAAAAAAAAAAcAAAcAAGQAAABWUDhMEQAAAC8HwAEAB1Da0pa2/4GI6H8AAA==',
    measure: { width: 8, height: 8, passes: 3 },
  },
]

/** The bytes of a picture's address. */
export function bytesOf(src: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(src.slice(src.indexOf(',') + 1)), (character) => character.charCodeAt(0))
}

/** An address with these bytes. */
export function sourceOf(format: string, bytes: Iterable<number>): string {
  return `data:image/${format};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}

/** The picture of that name. */
export function pictureOf(name: string): Picture {
  const found = PICTURES.find((picture) => picture.name === name)
  if (found === undefined) throw new Error(`No picture is called ${name}.`)
  return found
}
