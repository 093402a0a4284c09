/** More rows than that are not all drawn, unless the plugin says so; and those off the screen are not laid out. */
export const MANY = 100
