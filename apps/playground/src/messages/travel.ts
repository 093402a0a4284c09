/** Words of cards that show the past. */
export const travelMessages = {
  cards: 'Instance cards as they were',
  event: (seq: number): string => `Event ${seq}`,
  details: (seq: number): string => `What event ${seq} changed`,
  none: 'No instance was there yet.',
  unknown: 'The timeline no longer holds what was here then.',
} as const
