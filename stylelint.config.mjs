/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard'],
  rules: {
    'no-descending-specificity': null,
    'font-family-no-missing-generic-family-keyword': true,
  },
};
