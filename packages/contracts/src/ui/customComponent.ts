/** Names of the host's own components: `vendor/Name`. */
export const CUSTOM_COMPONENT: RegExp = /^[a-z0-9-]{1,64}\/[A-Za-z][\w-]{0,63}$/
