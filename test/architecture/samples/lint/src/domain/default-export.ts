// no-restricted-syntax: Exports have names
export default 1;
