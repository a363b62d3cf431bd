#ifndef CZ3_H
#define CZ3_H

// Z3's types come from its header, at build time. Its functions are looked up in the shared library
// when a solver is first asked for, so that a program linked with this one starts without libz3.

#if __has_include(<z3.h>)
#include <z3.h>
#else
#error "z3.h not found: apt-get install libz3-dev"
#endif

// Every function of Z3 that is used, without its prefix `Z3_`.
#define CZ3_FUNCTIONS(F)                                                                           \
  F(get_full_version) F(mk_config) F(del_config) F(mk_context_rc) F(del_context)                   \
  F(set_error_handler) F(get_error_code) F(get_error_msg) F(interrupt) F(inc_ref) F(dec_ref)       \
  F(mk_string_symbol) F(mk_bool_sort) F(mk_bv_sort) F(mk_uninterpreted_sort) F(sort_to_ast)        \
  F(mk_const) F(mk_func_decl) F(func_decl_to_ast) F(mk_app) F(mk_true) F(mk_false) F(mk_eq)        \
  F(mk_distinct) F(mk_not) F(mk_ite) F(mk_implies) F(mk_and) F(mk_or) F(mk_unsigned_int64)         \
  F(mk_bvnot) F(mk_bvand) F(mk_bvor) F(mk_bvxor) F(mk_bvadd) F(mk_bvsub) F(mk_bvult) F(mk_bvule)   \
  F(mk_bvshl) F(mk_bvlshr) F(mk_concat) F(mk_extract) F(mk_zero_ext) F(mk_pattern)                 \
  F(pattern_to_ast) F(mk_quantifier_const_ex) F(ast_to_string) F(benchmark_to_smtlib_string)       \
  F(mk_params) F(params_inc_ref) F(params_dec_ref) F(params_set_uint) F(mk_solver)                 \
  F(mk_simple_solver) F(mk_solver_for_logic) F(solver_inc_ref) F(solver_dec_ref)                   \
  F(solver_set_params) F(solver_assert) F(solver_push) F(solver_pop) F(solver_check)               \
  F(solver_check_assumptions) F(solver_get_model) F(solver_get_reason_unknown)                     \
  F(solver_get_statistics) F(stats_inc_ref) F(stats_dec_ref) F(stats_size) F(stats_get_key)        \
  F(stats_is_uint) F(stats_get_uint_value) F(stats_get_double_value) F(model_inc_ref)              \
  F(model_dec_ref) F(model_eval) F(model_to_string) F(get_bool_value) F(get_numeral_uint64)

#define CZ3_MEMBER(name) __typeof__(Z3_##name) *_Nonnull name;

// The functions of a loaded libz3.
typedef struct {
  CZ3_FUNCTIONS(CZ3_MEMBER)
} CZ3_functions;

// Loads libz3: the one at `path`, or where `path` is null the one that the system finds. Null if it
// cannot be loaded or lacks a function; then `*error` says what is missing, until the next call on
// the same thread. The library is never unloaded; the table is the caller's to `free`.
const CZ3_functions *_Nullable CZ3_load(const char *_Nullable path,
                                        const char *_Nullable *_Nonnull error);

#endif
