/** A worker ended before it had answered a request that it had not begun: the request is to be sent again elsewhere. */
export class GroupLostError extends Error {
  override readonly name = 'GroupLostError'
}
