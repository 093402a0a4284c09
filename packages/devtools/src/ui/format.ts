/** Milliseconds in few digits. */
export function formatMs(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : String(Math.round(ms))
}

/** Bytes as KB or MB. */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

/** Seconds and milliseconds of the minute: what tells neighbouring events apart. */
export function formatClock(at: number): string {
  const date = new Date(at)
  return `${pad(date.getSeconds(), 2)}.${pad(date.getMilliseconds(), 3)}`
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
