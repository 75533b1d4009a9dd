//! What the library asks of a function's type: its definition.

use crate::items::Lowered;
use proc_macro2::TokenStream;
use quote::quote;

impl Lowered<'_> {
    /// What the library asks of a function's type.
    pub(crate) fn definition(
        &self,
        generics: &TokenStream,
        this: &TokenStream,
        codomain: &TokenStream,
        body: &TokenStream,
        captured: &TokenStream,
    ) -> TokenStream {
        let Lowered {
            function, library, ..
        } = self;
        let text = match function.name.to_string() {
            name if name == "__closure" => name,
            name => name.trim_start_matches("r#").to_owned(),
        };
        let names = function
            .inputs
            .iter()
            .chain(&function.data)
            .map(|variable| variable.name.to_string());
        let names: Vec<_> = names
            .map(|name| name.trim_start_matches("r#").to_owned())
            .collect();
        let (inputs, data) = (self.inputs(), self.data());
        let kind = if self.is_of_reals {
            quote!(OfReals)
        } else {
            quote!(OfShapes)
        };
        let members = self.members();
        let of_reals = if self.is_of_reals {
            self.definition_of_reals(generics, this, codomain, body, captured)
        } else {
            quote!()
        };
        let captured = if captured.is_empty() {
            quote!()
        } else {
            quote!(, #captured)
        };
        let own = 0..function.inputs.len();
        let given = 0..function.data.len();
        let joined = quote!([#(inputs.0[#own],)* #(data.0[#given],)*]);
        let [evaluate, pullback, accumulate] = if self.is_of_reals {
            [
                quote!(#library::__private::Definition::value(self, &#joined)),
                quote!(#library::__private::pullback_of_reals(self, &#joined)),
                quote! {
                    let _ = data_slots;
                    #library::__private::accumulate_reals(self, &#joined, seeds, slots)
                },
            ]
        } else {
            [
                quote!(#library::__private::ShapedBody::evaluate(#body, inputs, data)),
                quote!(#library::__private::ShapedBody::pullback(#body, inputs, data)),
                quote!(#library::__private::ShapedBody::accumulate(#body, inputs, data, seeds, slots, data_slots)),
            ]
        };
        let by_value = if self.is_of_reals {
            let own: Vec<_> = (0..function.inputs.len()).collect();
            // The cotangents of the data are not wanted, and so not computed.
            let of_inputs =
                quote!([#(#library::__private::Cotangent::or_zero(cotangents[#own])),*]);
            let (count, lets) = (self.count(), self.lets);
            quote! {
                const LETS: usize = #lets;

                #[inline(always)]
                fn each<__T: Copy>(
                    mut element: impl FnMut(usize) -> __T,
                ) -> <Self::Inputs as #library::__private::Inputs>::Of<__T> {
                    [#(element(#own)),*]
                }
                #[inline(always)]
                fn each_result<__T: Copy>(
                    element: impl FnMut(usize) -> __T,
                ) -> <Self::Codomain as #library::__private::Shape>::Of<__T> {
                    <Self as #library::__private::Definition<#count>>::each_result(element)
                }
                #[inline(always)]
                fn sweep<__S: #library::Scalar>(
                    self,
                    inputs: #library::__private::Blocks<'_, Self::Inputs, __S>,
                    data: #library::__private::Blocks<'_, Self::Data, __S>,
                    seeds: <Self::Codomain as #library::__private::Shape>::Of<#library::__private::Cotangent<__S>>,
                ) -> (
                    <Self::Codomain as #library::__private::Shape>::Of<__S>,
                    <Self::Inputs as #library::__private::Inputs>::Of<__S>,
                ) {
                    let (value, cotangents) = #library::__private::Definition::accumulate(self, &#joined, seeds);
                    (value, #of_inputs)
                }
                #[inline(always)]
                fn vjp_by_value<__S: #library::Scalar>(
                    self,
                    inputs: #library::__private::Blocks<'_, Self::Inputs, __S>,
                    data: #library::__private::Blocks<'_, Self::Data, __S>,
                ) -> (
                    <Self::Codomain as #library::__private::Shape>::Of<__S>,
                    impl Fn(
                        <Self::Codomain as #library::__private::Shape>::Of<#library::__private::Cotangent<__S>>,
                        #library::__private::Blocks<'_, Self::Inputs, __S>,
                        #library::__private::Blocks<'_, Self::Data, __S>,
                    ) -> <Self::Inputs as #library::__private::Inputs>::Of<__S> + Copy + use<__S #captured>,
                ) {
                    let _ = data;
                    #library::__private::vjp_of_reals(
                        self,
                        &#joined,
                        #[inline(always)]
                        |cotangents| #of_inputs,
                    )
                }
            }
        } else {
            quote!()
        };
        let mode = if self.is_recurrence {
            let cheaper = if self.is_of_reals {
                let count = self.count();
                quote!(#library::__private::RealBody::<#count>::in_cheaper_mode::<Self::Inputs, _>)
            } else {
                quote!(#library::__private::ShapedBody::<Self::Inputs, Self::Data>::in_cheaper_mode)
            };
            quote! {
                #[inline(always)]
                fn in_cheaper_mode<__Out>(
                    self,
                    forward: impl FnOnce() -> __Out + Copy,
                    reverse: impl FnOnce() -> __Out + Copy,
                ) -> __Out {
                    #cheaper(#body, forward, reverse)
                }
            }
        } else {
            quote!()
        };
        let rows = if self.is_for_rows {
            self.definition_of_rows(body, &joined)
        } else {
            quote!()
        };
        quote! {
            #of_reals

            impl #generics #library::__private::Closed for #this #members {
                type Inputs = #inputs;
                type Data = #data;
                type Codomain = #codomain;
                type Kind = #library::__private::#kind;

                const NAME: &'static str = #text;
                const NAMES: &'static [&'static str] = &[#(#names),*];

                #[inline(always)]
                fn evaluate<__S: #library::Scalar>(
                    self,
                    inputs: #library::__private::Blocks<'_, Self::Inputs, __S>,
                    data: #library::__private::Blocks<'_, Self::Data, __S>,
                ) -> <Self::Codomain as #library::__private::Shape>::Of<__S> {
                    let _ = data;
                    #evaluate
                }
                #[inline(always)]
                fn pullback<__S: #library::Scalar>(
                    self,
                    inputs: #library::__private::Blocks<'_, Self::Inputs, __S>,
                    data: #library::__private::Blocks<'_, Self::Data, __S>,
                ) -> (
                    <Self::Codomain as #library::__private::Shape>::Of<__S>,
                    impl Fn(
                        <Self::Codomain as #library::__private::Shape>::Of<#library::__private::Cotangent<__S>>,
                        #library::__private::Blocks<'_, Self::Inputs, __S>,
                        #library::__private::Blocks<'_, Self::Data, __S>,
                        #library::__private::Slots<'_, Self::Inputs, __S>,
                        #library::__private::Slots<'_, Self::Data, __S>,
                    ) + Copy + use<__S #captured>,
                ) {
                    let _ = data;
                    #pullback
                }
                #by_value
                #[inline(always)]
                fn accumulate<__S: #library::Scalar>(
                    self,
                    inputs: #library::__private::Blocks<'_, Self::Inputs, __S>,
                    data: #library::__private::Blocks<'_, Self::Data, __S>,
                    seeds: <Self::Codomain as #library::__private::Shape>::Of<#library::__private::Cotangent<__S>>,
                    slots: #library::__private::Slots<'_, Self::Inputs, __S>,
                    data_slots: #library::__private::Slots<'_, Self::Data, __S>,
                ) -> <Self::Codomain as #library::__private::Shape>::Of<__S> {
                    #accumulate
                }
                #mode
                #rows
            }
        }
    }

    /// Its values and gradients for rows of data; `joined` are the inputs and the data of a function of reals.
    fn definition_of_rows(&self, body: &TokenStream, joined: &TokenStream) -> TokenStream {
        let library = self.library;
        let (evaluate, accumulate) = if self.is_of_reals {
            let joined = quote! {
                #[inline(always)]
                |data: #library::__private::Blocks<'_, Self::Data, __S>| #joined
            };
            (
                quote!(#library::__private::RealRows::evaluate_rows(#body, rows, #joined)),
                quote!(#library::__private::RealRows::accumulate_rows(#body, rows, #joined, seeds, gradient)),
            )
        } else {
            (
                quote!(#library::__private::ShapedRows::evaluate_rows(#body, inputs, rows)),
                quote!(#library::__private::ShapedRows::accumulate_rows(#body, inputs, rows, seeds, gradient)),
            )
        };
        let rows = quote! {
            impl #library::__private::Rows<
                Self::Data,
                __S,
                <Self::Codomain as #library::__private::Shape>::Of<__S>,
            >
        };
        quote! {
            #[inline(always)]
            fn evaluate_rows<__S: #library::Scalar>(
                self,
                inputs: #library::__private::Blocks<'_, Self::Inputs, __S>,
                rows: #rows,
            ) {
                #evaluate
            }
            #[inline(always)]
            fn accumulate_rows<__S: #library::Scalar>(
                self,
                inputs: #library::__private::Blocks<'_, Self::Inputs, __S>,
                rows: #rows,
                seeds: <Self::Codomain as #library::__private::Shape>::Of<#library::__private::Cotangent<__S>>,
                gradient: impl #library::__private::GradientSums<Self::Inputs, __S>,
            ) {
                #accumulate
            }
        }
    }

    fn definition_of_reals(
        &self,
        generics: &TokenStream,
        this: &TokenStream,
        codomain: &TokenStream,
        body: &TokenStream,
        captured: &TokenStream,
    ) -> TokenStream {
        let library = self.library;
        let captured = if captured.is_empty() {
            quote!()
        } else {
            quote!(, #captured)
        };
        let count = self.count();
        // Of a body in place the codomain is the body's, of which the shape is not known here.
        let is_known = self.codomain.is_some() && self.function.name != "__closure";
        let each_result = match self.results.map(|results| 0..results) {
            Some(result) if is_known => quote!([#(element(#result)),*]),
            None if is_known => quote!(element(0)),
            _ => {
                quote!(<Self::Codomain as #library::__private::Shape>::from_fn(&mut |result| element(result)))
            }
        };
        quote! {
            impl #generics #library::__private::Definition<#count> for #this {
                type Codomain = #codomain;

                #[inline(always)]
                fn each_result<__T: Copy>(
                    mut element: impl FnMut(usize) -> __T,
                ) -> <Self::Codomain as #library::__private::Shape>::Of<__T> {
                    #each_result
                }
                #[inline(always)]
                fn value<__S: #library::Scalar>(
                    self,
                    inputs: &[__S; #count],
                ) -> <Self::Codomain as #library::__private::Shape>::Of<__S> {
                    #library::__private::RealBody::value(#body, inputs)
                }
                #[inline(always)]
                fn vjp<__S: #library::Scalar>(
                    self,
                    inputs: &[__S; #count],
                ) -> (
                    <Self::Codomain as #library::__private::Shape>::Of<__S>,
                    impl FnOnce(
                        <Self::Codomain as #library::__private::Shape>::Of<#library::__private::Cotangent<__S>>,
                    ) -> [#library::__private::Cotangent<__S>; #count] + Copy + use<__S #captured>,
                ) {
                    #library::__private::RealBody::vjp(#body, inputs)
                }
                #[inline(always)]
                fn accumulate<__S: #library::Scalar>(
                    self,
                    inputs: &[__S; #count],
                    seeds: <Self::Codomain as #library::__private::Shape>::Of<#library::__private::Cotangent<__S>>,
                ) -> (
                    <Self::Codomain as #library::__private::Shape>::Of<__S>,
                    [#library::__private::Cotangent<__S>; #count],
                ) {
                    #library::__private::RealBody::accumulate(#body, inputs, seeds)
                }
            }
        }
    }
}
